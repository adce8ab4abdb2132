"""What sources are called: titles, documents, groups, people without a name, seats of government."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms miss dr gen lt col maj capt sgt sen rep gov prof sir lord lady president minister secretary senator "
    "general representative governor mayor chancellor ambassador professor commander chairman chairwoman king queen "
    "prince pope judge justice prime foreign chief director".split()
)
DOCUMENTS = frozenset(
    "report study document poll survey analysis article paper book letter memo review statement law bill act strategy "
    "doctrine concept constitution agreement treaty resolution list data figure statistic record research transcript "
    "email e-mail filing brief headline ad tweet post column editorial story note text message evidence website "
    "manifesto communique declaration account plan indictment complaint video film footage estimate rule policy".split()
)
NOBODY = frozenset(
    "official source expert analyst critic observer supporter opponent aide adviser advisor diplomat insider skeptic "
    "scholar researcher economist activist witness person people commentator spokesman spokeswoman spokesperson one "
    "some many other several most few others someone somebody anyone everyone those voter resident".split()
)
SEATS = frozenset({"kremlin", "white house", "downing street", "pentagon", "capitol hill", "foggy bottom", "élysée"})

GROUPS = frozenset(
    "government ministry party company group campaign committee court council agency administration department team "
    "bank union movement army police commission parliament congress senate house board coalition organization "
    "organisation office elite leadership media press newspaper network force military university institute state "
    "country nation community public majority minority percent industry firm club association league church".split()
)
