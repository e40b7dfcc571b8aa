"""Short forms of given names that English-language news uses for the full ones."""

from __future__ import annotations

_GROUPS = """
alexander alex sasha sandy alec|alexandra alex sandra|andrew andy drew|anthony tony|antonio tony|barack barry
benjamin ben|bernard bernie|catherine cathy kate katie|charles charlie chuck|christopher chris|christine chris
cynthia cindy
daniel dan danny|david dave|deborah debbie|dmitry dima|donald don donny|douglas doug|edward ed eddie ted teddy
elizabeth liz beth betty lisa|eugene gene|francis frank|frederick fred|gerald gerry jerry|gregory greg|harold harry hal
henry harry hank|james jim jimmy jamie|janet jan|jeffrey jeff|geoffrey geoff|jennifer jenny jen|john jack johnny
jonathan jon|joseph joe joey|joshua josh|katherine kathy kate katie|kenneth ken|lawrence larry|leonard len
margaret maggie peggy meg|matthew matt|michael mike mick|mikhail misha|mohammed mo|nathan nate|nathaniel nate
nicholas nick|nikolai kolya|pamela pam|patricia pat patty|patrick pat paddy|peter pete|philip phil|raymond ray
rebecca becky
richard rick dick rich|robert bob rob bobby robbie|ronald ron ronnie|rudolph rudy|samuel sam|stephen steve|steven steve
susan sue|theodore ted teddy theo|thomas tom tommy|timothy tim|vladimir volodya vova|victoria vicky|vincent vince
volodymyr vova|walter walt|william bill billy will willy liam|zachary zach
"""

SHORT_FORMS: dict[str, tuple[str, ...]] = {
    group.split()[0]: tuple(group.split()[1:]) for line in _GROUPS.strip().splitlines() for group in line.split("|")
}
"""Folded full given name to its folded short forms."""
