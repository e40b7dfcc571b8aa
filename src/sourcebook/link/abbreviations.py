"""Abbreviated divisions, and regions of the world that no gazetteer of towns holds."""

from __future__ import annotations

_POSTAL = """AL=Alabama|AK=Alaska|AZ=Arizona|AR=Arkansas|CA=California|CO=Colorado|CT=Connecticut|DE=Delaware|FL=Florida
GA=Georgia|HI=Hawaii|ID=Idaho|IL=Illinois|IN=Indiana|IA=Iowa|KS=Kansas|KY=Kentucky|LA=Louisiana|ME=Maine|MD=Maryland
MA=Massachusetts|MI=Michigan|MN=Minnesota|MS=Mississippi|MO=Missouri|MT=Montana|NE=Nebraska|NV=Nevada|NH=New Hampshire
NJ=New Jersey|NM=New Mexico|NY=New York|NC=North Carolina|ND=North Dakota|OH=Ohio|OK=Oklahoma|OR=Oregon|PA=Pennsylvania
RI=Rhode Island|SC=South Carolina|SD=South Dakota|TN=Tennessee|TX=Texas|UT=Utah|VT=Vermont|VA=Virginia|WA=Washington
WV=West Virginia|WI=Wisconsin|WY=Wyoming|DC=District of Columbia|ON=Ontario|QC=Quebec|BC=British Columbia|AB=Alberta
MB=Manitoba|SK=Saskatchewan|NS=Nova Scotia|NB=New Brunswick|NL=Newfoundland and Labrador|PEI=Prince Edward Island
NSW=New South Wales|QLD=Queensland|VIC=Victoria"""

_PRESS = """Ala.=Alabama|Ariz.=Arizona|Ark.=Arkansas|Calif.=California|Colo.=Colorado|Conn.=Connecticut|Del.=Delaware
Fla.=Florida|Ga.=Georgia|Ill.=Illinois|Ind.=Indiana|Kan.=Kansas|Ky.=Kentucky|La.=Louisiana|Md.=Maryland|Mass.=Massachusetts
Mich.=Michigan|Minn.=Minnesota|Miss.=Mississippi|Mo.=Missouri|Mont.=Montana|Neb.=Nebraska|Nev.=Nevada|N.H.=New Hampshire
N.J.=New Jersey|N.M.=New Mexico|N.Y.=New York|N.C.=North Carolina|N.D.=North Dakota|Okla.=Oklahoma|Ore.=Oregon
Pa.=Pennsylvania|R.I.=Rhode Island|S.C.=South Carolina|S.D.=South Dakota|Tenn.=Tennessee|Tex.=Texas|Vt.=Vermont
Va.=Virginia|Wash.=Washington|W.Va.=West Virginia|Wis.=Wisconsin|Wyo.=Wyoming|D.C.=District of Columbia|Ont.=Ontario
Que.=Quebec
B.C.=British Columbia|Alta.=Alberta|Man.=Manitoba|Sask.=Saskatchewan|N.S.=Nova Scotia|N.B.=New Brunswick
N.S.W.=New South Wales"""

_PAIRS = (pair.partition("=") for pair in "|".join((*_POSTAL.splitlines(), *_PRESS.splitlines())).split("|"))

DIVISIONS: dict[str, str] = {short: name for short, _, name in _PAIRS}
"""Postal and Associated Press abbreviations of divisions of the USA, Canada and Australia, as written."""

REGIONS = frozenset(
    """middle east|near east|far east|central asia|south asia|southeast asia|east asia|west|western world|north africa
west africa|east africa|horn of africa|sahel|sub saharan africa|southern africa|balkans|caucasus|north caucasus|baltics
baltic states|scandinavia|latin america|central america|south america|north america|caribbean|eastern europe
western europe|central europe|persian gulf|gulf|black sea|red sea|mediterranean|mediterranean sea|caspian sea
south china sea|east china sea|arctic|pacific|south pacific|atlantic|atlantic ocean|pacific ocean|indian ocean
asia pacific|indo pacific|eurasia|levant|maghreb|midwest|deep south|new england|west coast|east coast|pacific northwest
global south|soviet union|ussr|yugoslavia|czechoslovakia|east germany|west germany|kurdistan|kashmir""".replace(
        "\n", "|"
    ).split("|")
)
"""Folded names of regions wider or other than a country, and of states that are no more: no point stands for them."""
