"""Money stands before its number or after it: US$11, USD 75 million, 75 million dollars, 800 Chinese yuan, 60 cents."""

from __future__ import annotations

from sidebyside.reading.figures.tokens import MINUS, Line

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "₫": "VND", "元": "CNY", "฿": "THB", "₦": "NGN", "₸": "KZT", "؋": "AFN",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD", "cad": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
CODES = frozenset(
    """
    USD EUR GBP JPY CHF CNY RMB AUD CAD HKD NZD SGD RUB RUR INR PKR AFN IRR TRY UAH KZT UZS TJS KGS TMT SEK NOK DKK PLN
    CZK HUF RON BGN ILS AED SAR QAR KWD EGP ZAR NGN KES BRL MXN ARS CLP COP KRW TWD THB MYR IDR PHP VND BDT LKR GEL AZN
    AMD BTC ETH
    """.split()
)
PREFIXES = {"rm": "MYR", "rs": "rupees", "rs.": "rupees", "tk": "BDT", "rp": "IDR", "n": "NGN"}
CODED = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rouble": "RUB",
    "ruble": "RUB", "afghani": "AFN", "shekel": "ILS", "hryvnia": "UAH", "tenge": "KZT", "somoni": "TJS",
    "zloty": "PLN", "forint": "HUF", "ringgit": "MYR", "rupiah": "IDR", "baht": "THB", "naira": "NGN", "taka": "BDT",
    "rand": "ZAR", "sterling": "GBP", "bitcoin": "BTC", "lira": "TRY", "dong": "VND", "won": "KRW",
}  # fmt: skip
SHARED = frozenset(  # the money of several lands: without its land it stays as written
    """
    peso rupee franc crown krone krona kroner kronor dinar dirham rial riyal manat guilder kuna real pound mark som
    """.split()
)
WORDS = CODED | dict.fromkeys(SHARED, "")
NEEDS_A_LAND = frozenset(["mark", "real", "won", "dong", "rand", "crown", "som", "pound"])  # words for other things too
LANDS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD",
    "jamaican": "JMD", "taiwan": "TWD", "british": "GBP", "egyptian": "EGP", "swiss": "CHF", "danish": "DKK",
    "swedish": "SEK", "norwegian": "NOK", "czech": "CZK", "icelandic": "ISK", "indian": "INR", "pakistani": "PKR",
    "sri": "LKR", "mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "chilean": "CLP", "colombian": "COP",
    "chinese": "CNY", "japanese": "JPY", "russian": "RUB", "turkish": "TRY", "israeli": "ILS", "korean": "KRW",
    "brazilian": "BRL", "iraqi": "IQD", "kuwaiti": "KWD", "iranian": "IRR", "saudi": "SAR", "emirati": "AED",
    "moroccan": "MAD", "azerbaijani": "AZN", "turkmen": "TMT", "kyrgyz": "KGS", "uzbek": "UZS", "dutch": "NLG",
    "german": "DEM", "croatian": "HRK", "afghan": "AFN", "ukrainian": "UAH", "polish": "PLN", "african": "ZAR",
    "kong": "HKD", "zealand": "NZD", "syrian": "SYP", "lebanese": "LBP", "thai": "THB", "vietnamese": "VND",
}  # fmt: skip
TWO_WORDS = {"hong": "kong", "new": "zealand", "south": ("african", "korean"), "sri": "lankan"}
MINOR = {"cent": "cents", "pence": "pence", "penny": "pence", "sen": "sen", "kopeck": "kopecks", "¢": "cents"}


def money_before(line: Line, i: int) -> tuple[str, int, int] | None:
    """The currency in front of the number at `i`: its code, the token where it begins, and the sign of the sum.

    >>> money_before(Line("US$ 1"), 2), money_before(Line("$-50.8bn"), 2), money_before(Line("RM23.50"), 1)
    (('USD', 0, 1), ('USD', 0, -1), ('MYR', 0, 1))
    """
    minus = line.low(i - 1) in MINUS and line.hung(i) and line.low(i - 2) in SIGNS
    j, sign = (i - 2, -1) if minus else (i - 1, 1)
    found = sign_before(line, j, i)
    if found is None:
        return None
    code, first = found
    if line.low(first - 1) in MINUS and line.hung(first) and line[first - 1].gap:
        return code, first - 1, -1
    return code, first, sign


def sign_before(line: Line, j: int, i: int) -> tuple[str, int] | None:
    """The currency that ends with token `j`, before the number at `i`."""
    word, hung = line[j], line.hung(i)
    if word.text in SIGNS:
        land = DOLLARS.get(line.low(j - 1)) if word.text == "$" and line[j - 1].text[:1] not in ("a", "s") else None
        return (land, j - 1) if land else (SIGNS[word.text], j)
    if word.kind == "word" and hung and line.low(j - 1) == "$" and line.hung(j):
        return (DOLLARS[word.low], j - 1) if word.low in DOLLARS else None
    if word.text.upper() in CODES and (word.text.isupper() or (hung and not word.gap)):
        return ("CNY" if word.text == "RMB" else word.text), j
    if (word.low.endswith("s") and word.text[:1].isupper() and WORDS.get(singular(word.low))) or word.text == "Pounds":
        return WORDS.get(singular(word.low)) or "GBP", j  # "Dollars 858m", as some papers write
    if word.low in PREFIXES and word.text[:1].isupper() and (hung or word.low in ("rs", "rs.", "rm", "tk")):
        return PREFIXES[word.low], j
    if word.low == "." and line.low(j - 1) in ("rs", "tk"):
        return PREFIXES[line.low(j - 1)], j - 1
    # What £ and ¥ become when a text is squeezed into ASCII: PS2.7m, Y=5,182.
    if word.text == "PS" and hung and not line[i].text.isdecimal():
        return "GBP", j
    if word.text == "PS" and hung and line.hung(i + 1) and line.low(i + 1) in ("m", "bn", "k"):
        return "GBP", j
    if word.text == "=" and hung and line[j - 1].text == "Y":
        return "JPY", j - 1
    return None


def money_after(line: Line, j: int) -> tuple[str, int] | None:
    """The currency that begins with token `j`, and the token after it.

    >>> money_after(Line("New Zealand dollars per month"), 0), money_after(Line("Afghan border"), 0)
    (('NZD', 3), None)
    """
    j = line.joined(j)
    word = line[j]
    if word.text in SIGNS and not (line[j + 1].kind == "number" and line.hung(j + 1) and word.gap):
        return SIGNS[word.text], j + 1
    if word.text in CODES or (word.low in ("usd", "eur", "gbp", "btc", "rmb")):
        return ("CNY" if word.low == "rmb" else word.text.upper()), j + 1
    if (minor := MINOR.get(singular(word.low))) and word.low != "euro":
        return minor, j + 1
    if word.text == "p" and line.low(j + 1) not in ("=", "<", ">"):
        return "pence", j + 1
    land, k = LANDS.get(word.low), j + 1
    if (second := TWO_WORDS.get(word.low)) and line.low(j + 1) in second:
        land, k = LANDS.get(line.low(j + 1), land), j + 2
    if land is None:
        k = j
    name = singular(line.low(k))
    if name not in WORDS or (land is None and name in NEEDS_A_LAND):
        return None
    if line.low(k + 1) == "cents":
        return f"{line.low(k)} cents", k + 2
    code = land or WORDS[name] or line.low(k)
    return code, k + 1 + (line.low(k + 1) == "sterling")


def singular(word: str) -> str:
    """A currency's name without its s."""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


MONEY_TALK = frozenset(
    "paid pay pays cost costs costing worth price priced prices fine fined sterling pence debt earn earned spend spent "
    "budget salary sold bought raised tax invest fund funding loan aid banknotes note notes cash wage wages £ profit "
    "revenue stake bid".split()
)
