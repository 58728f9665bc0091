"""Japanese kana. The vowel of ku, su, to and their like is often only there to carry a consonant: it is weak."""

from __future__ import annotations

from dateline.actors.sounds.spell import pairs, reader

TABLE = pairs(
    """
    ア a イ i ウ u エ e オ o カ ka キ ki ク k@ ケ ke コ ko ガ ga ギ gi グ g@ ゲ ge ゴ go サ Σa シ щi ス Σ@ セ Σe
    ソ Σo ザ ξa ジ Жi ズ ξ@ ゼ ξe ゾ ξo タ ta チ Цi ツ ы@ テ te ト t@ ダ da ヂ Жi ヅ ξ@ デ de ド d@ ナ na ニ ni
    ヌ nu ネ ne ノ no ハ ha ヒ hi フ ф@ ヘ he ホ ho バ ϐa ビ ϐi ブ ϐ@ ベ ϐe ボ ϐo パ pa ピ pi プ p@ ペ pe ポ po
    マ ma ミ mi ム m@ メ me モ mo ヤ ya ユ yu ヨ yo ラ ρa リ ρi ル ρ@ レ ρe ロ ρo ワ wa ヰ i ヱ e ヲ o ン н ヴ v@
    ッ _ ー _ アー ɐṙ オー oṙ ング нğ ンク нk@ キャ kya キュ kyu キョ kyo ギャ gya ギュ gyu ギョ gyo シャ щa シュ щ@
    ショ щo シェ щe ジャ Жa ジュ Ж@ ジョ Жo ジェ Жe チャ Цa チュ Ц@ チョ Цo チェ Цe ニャ nya ニュ nyu ニョ nyo
    ヒャ hya ヒュ hyu ヒョ hyo ビャ ϐya ビュ ϐyu ビョ ϐyo ピャ pya ピュ pyu ピョ pyo ミャ mya ミュ myu ミョ myo
    リャ ρya リュ ρyu リョ ρyo ファ фa フィ фi フェ фe フォ фo フュ фyu ヴァ υa ヴィ υi ヴェ υe ヴォ υo ヴュ υyu
    ティ ti ディ di トゥ tu ドゥ du デュ dyu テュ tyu ツァ ыa ツィ ыi ツェ ыe ツォ ыo ウィ ʋi ウェ ʋe ウォ ʋo
    クァ kʋa クィ kʋi クェ kʋe クォ kʋo グァ gʋa イェ ye スィ si ズィ zi カー kɐṙ ガー gɐṙ サー Σɐṙ ザー ξɐṙ
    ター tɐṙ ダー dɐṙ ナー nɐṙ ハー hɐṙ バー ϐɐṙ パー pɐṙ マー mɐṙ ヤー yɐṙ ラー ρɐṙ ワー wɐṙ コー koṙ ゴー goṙ
    ソー Σoṙ ゾー ξoṙ トー toṙ ドー doṙ ノー noṙ ホー hoṙ ボー ϐoṙ ポー poṙ モー moṙ ヨー yoṙ ロー ρoṙ チャー Цɐṙ
    シャー щɐṙ ジャー Жɐṙ ショー щoṙ ジョー Жoṙ ファー фɐṙ フォー фoṙ ヴァー υɐṙ ヴォー υoṙ ウォー ʋoṙ ツァー ыɐṙ
    ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa ヵ ka ヶ ga ッハ χa ッヒ χi ッヘ χe ッホ χo ッハー χɐṙ
    ア$ α ッツ$ c ッズ$ ds
    """
)

read = reader(TABLE)


def readings(word: str) -> tuple[str, ...]:
    """Hiragana is read as the katakana 96 code points further on."""
    return (read("".join(chr(ord(char) + 96) if "ぁ" <= char <= "ゖ" else char for char in word)),)
