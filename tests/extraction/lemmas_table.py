"""Sentences for the forms of reporting verbs; every sentence is made up."""

from __future__ import annotations

PRESENT = [
    "The envoy {} that prices will fall.",
    "In a letter to the council, the French bank {} that it will raise rates.",
    "Kyiv, which leads the talks, {} that the talks have failed.",
    "The governor of the central bank {} that inflation will fall.",
    "Although the ministry {} that wages will rise, nobody believes it.",
]
"""For a verb of saying in its form with an s."""

PRESENT_PLURAL = [
    "The envoys {} that prices will fall.",
    "Russia and China {} that the talks have failed.",
    "French officials {} that the talks have failed.",
]
"""For its base form."""

BESIDE_MARKS = [
    'The envoy {}: "Prices will fall."',
    'The envoy {}, "Prices will fall."',
    '"Prices will fall," the envoy {}.',
    '"Prices will fall," {} the envoy.',
]

PAST = [
    "The envoy {} that prices would fall.",
    "The envoys, who met in Oslo, {} that prices would fall.",
]

NOUNS = """
hints signals rules pledges claims reports threats demands fears hopes doubts promises
forecasts warnings appeals complaints orders posts tweets comments remarks notes questions
protests rumours boasts guesses plans concerns alerts requests
"""

NOUN_SENTENCES = [
    "The envoy gave {} that prices will fall.",
    "Two {} that prices will fall were seen.",
    "New {} that limit smoking took effect.",
    "The ministry rejected government {} that the dam had failed.",
    "Despite police {} that the road was closed, they left.",
    "The minister's {} that he would resign were ignored.",
    "He cited media {} that the bank had failed.",
    "Amid fresh {} that the bank would fail, shares fell.",
    "Russian {} that the ship sank were false.",
    "The {} that the ministry made were false.",
    "They have heard company {} that wages would rise.",
    'The mayor read out several {}: "Go home" and "Leave".',
    "He spoke of Kremlin {} that the ship was lost.",
    "The bank knows of state {} that it must close.",
    "The United Nations received army {} that the town was lost.",
    "The president, citing ministry {} that prices would fall, left.",
    "There were government {} to close the port.",
]
"""The word in the gap is a noun, and must stay one."""

LEMMAS = [
    # sentence, word, its lemma
    ("The envoy hopes that prices will fall.", "hopes", "hope"),
    ("The envoy hoped that prices would fall.", "hoped", "hope"),
    ("The envoy was hoping that prices would fall.", "hoping", "hope"),
    ("The envoy blogged that prices would fall.", "blogged", "blog"),
    ("The envoy griped that prices had fallen.", "griped", "gripe"),
    ("The envoy texted that prices had fallen.", "texted", "text"),
    ("The envoy retweeted that prices had fallen.", "retweeted", "retweet"),
    ("The envoy emphasized that prices had fallen.", "emphasized", "emphasise"),
    ("The envoy signaled that prices had fallen.", "signaled", "signal"),
    ("The envoy signalled that prices had fallen.", "signalled", "signal"),
    ("The army staged a coup.", "staged", "stage"),
    ("The census shows that the town grew.", "census", "census"),
    ("The defense ministry heard a rumor.", "rumor", "rumour"),
    ("The defense ministry heard a rumor.", "defense", "defence"),
    ("Two organizations seized the harbor.", "organizations", "organisation"),
    ("Two organizations seized the harbor.", "seized", "seize"),
    ("Two organizations seized the harbor.", "harbor", "harbour"),
    # What has one spelling, or is a name, stays.
    ("The court found that the prize was bound to be lost.", "found", "find"),
    ("The court found that the prize was bound to be lost.", "prize", "prize"),
    ("Peter Schweizer wrote a book.", "Schweizer", "Schweizer"),
]

PHRASES = [
    # sentence, the head, the phrase
    ("There is no evidence that the army attacked.", "evidence", "no *evidence"),
    ("There is little evidence that the army attacked.", "evidence", "little *evidence"),
    ("She gave evidence that the army attacked.", "evidence", "evidence"),
    ("The firm was cleared of bribing officials.", "cleared", "*clear of"),
    ("The road was cleared.", "cleared", "clear"),
    ("In the minister's view, the war is lost.", "view", "in … *view"),
    ("The hotel has a fine view of the bay.", "view", "view"),
    ("According to the army, the town fell.", "According", "*accord to"),
    ("The minister cast doubt on the figures.", "cast", "*cast doubt on"),
    ("The minister pointed out that the war is lost.", "pointed", "point"),
    ("The minister made it clear that the war is lost.", "made", "make clear"),
    ("The minister let slip that the war is lost.", "let", "let slip"),
    ("It is unlikely that the army attacked.", "unlikely", "unlikely"),
]
