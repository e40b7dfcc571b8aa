"""One thing across reports: entities, events, copies."""

from sourcebook.link.gazetteer import Gazetteer, gazetteer_size
from sourcebook.link.gazetteer_file import geonames_to_gazetteer
from sourcebook.link.naming import same_name
from sourcebook.link.stage import link

__all__ = ["Gazetteer", "gazetteer_size", "geonames_to_gazetteer", "link", "same_name"]
