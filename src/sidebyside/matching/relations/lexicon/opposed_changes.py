"""Opposed changes: more and less, beginning and end, making and undoing.

One row a pair of families; a line that starts with spaces goes on with the row before.
"""

CHANGE = """
increase rise grow raise up gain climb jump surge soar expand growth upturn upward boost augment escalate uptick
    hike | decrease fall decline reduce down drop lower shrink cut plunge slump contract downturn downward reduction
    lessen diminish dwindle plummet deteriorate
increase raise expand enlarge broaden widen | restrict narrow limit curtail shrink
accelerate speed quicken hasten expedite | delay slow decelerate hinder postpone
improve improvement better enhance strengthen recover recovery upgrade | worsen deteriorate weaken degrade impair
    damage worse worsening decline deterioration downgrade
begin start commence launch open resume initiate beginning opening | end finish stop cease close halt terminate
    conclude ending suspend cancel
continue persist remain keep last endure stay | stop cease end subside halt discontinue fade
extend lengthen prolong | shorten cut
appear emerge arrive come enter | disappear vanish leave depart exit
build construct erect create | destroy demolish dismantle ruin raze
maximize maximise maximum maximal | minimize minimise minimum minimal
ease relax loosen simplify relieve alleviate | tighten toughen complicate aggravate exacerbate
heat warm warming | cool chill cooling
inflate inflated elevated | deflate deflated depressed
appreciate strengthen | depreciate weaken
advance progress proceed | retreat regress
merge unite unify combine join converge integrate connect | split divide separate diverge disconnect
trigger spur cause provoke promote stimulate encourage foster facilitate enable | prevent hinder stop curb deter
    discourage suppress block impede slow thwart avert inhibit
deepen intensify | ease soften lessen
tumble sink slide crash shed dive | rise climb gain rally rebound jump soar surge
earn gain win make | lose forfeit
contain limit curb restrain | raise inflate fuel spread unleash
heal | wound injure
thaw melt | freeze
fill | empty drain
attract draw | repel deter
tighten | loosen
float rise | sink
attach fasten connect | detach unfasten
wake | sleep
show unveil display | hide cover conceal veil
"""
