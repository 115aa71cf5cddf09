"""Legal instruments to lexicon entries: which law a form names, given whose sanctions they are."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Law
from pipeline.records import Mention


class Laws:
    """Looks laws up by their words and the sender."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._laws = lexicon.entries(Law)
        self._index: FormIndex[Law] = FormIndex((law, form) for law in self._laws.values() for form in law.forms())

    def candidates(self, mention: Mention) -> tuple[Law, ...]:
        """Return the laws, grounds of sanctions, that a mention may name; one for a strong form."""
        matches = [match for match in self._index.find(mention.text) if match.entry.basis]
        strong = tuple(match.entry for match in matches if match.form.strong)
        return strong[:1] or tuple(match.entry for match in matches)

    def is_ground(self, mention: Mention) -> bool:
        """Say whether sanctions may rest on a law: false for what the lexicon lists as named beside sanctions only."""
        matches = self._index.find(mention.text)
        return not matches or any(match.entry.basis for match in matches)

    def resolve(self, mention: Mention, *, senders: Collection[str], targets: Collection[str] = ()) -> Law | None:
        """Return the one law that a mention names when these are the senders and targets; None when it stays open.

        A form that several laws of one sender share names the one made for the target, else the thematic one.
        """
        found = self.candidates(mention)
        if len(found) == 1:
            return found[0]
        fitting = [law for law in found if law.issuer in senders]
        aimed = [law for law in fitting if set(law.targets) & set(targets)]
        thematic = [law for law in fitting if not law.targets]
        for choice in (fitting, aimed, thematic):
            if len(choice) == 1:
                return choice[0]
        return None
