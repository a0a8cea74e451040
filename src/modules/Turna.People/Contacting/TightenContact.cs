using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Contacting;

/// <summary>Adds what a register says of the danger of a contact to the rules of somebody known. Never loosens one.</summary>
internal sealed class TightenContact(PersonShelf shelf, AuditLedger ledger)
{
    public async Task<bool> AddAsync(PersonId person, SafeContact rules, Actor actor, CancellationToken cancel)
    {
        if (rules.IsEmpty || await shelf.OpenForChangeAsync(person, actor, cancel) is not { } open) return false;
        var tightened = Together(open.Identity.SafeContact, rules);
        if (Same(tightened, open.Identity.SafeContact)) return false;
        shelf.Reseal(open, open.Identity with { SafeContact = tightened });
        ledger.Record(actor, PeopleActs.Corrected, person.Value);
        return true;
    }

    /// <summary>Both sets of rules at once.</summary>
    public static SafeContact Together(SafeContact known, SafeContact added) => known with
    {
        Channels = Both(known.Channels, added.Channels),
        From = Hours(known, added) ? known.From ?? added.From : known.From,
        Until = Hours(known, added) ? known.Until ?? added.Until : known.Until,
        NeverLeaveMessage = known.NeverLeaveMessage || added.NeverLeaveMessage,
        NeverContact = known.NeverContact || added.NeverContact,
        Note = Note(known.Note, added.Note),
    };

    // Hours that were agreed with her stay; the register's are then only words in the note.
    private static bool Hours(SafeContact known, SafeContact added) => known.From is null && known.Until is null && (added.From ?? added.Until) is not null;

    private static IReadOnlyList<ContactChannel> Both(IReadOnlyList<ContactChannel> known, IReadOnlyList<ContactChannel> added)
    {
        if (known.Count == 0) return added;
        if (added.Count == 0) return known;
        // Where the two leave no way in common, what was agreed with her stays and the words in the note warn.
        var common = known.Intersect(added).ToList();
        return common.Count > 0 ? common : known;
    }

    private static string? Note(string? known, string? added)
    {
        if (string.IsNullOrEmpty(added) || (known?.Contains(added, StringComparison.Ordinal) ?? false)) return known;
        return string.IsNullOrEmpty(known) ? added : $"{known}\n{added}";
    }

    private static bool Same(SafeContact one, SafeContact other) => one.Channels.SequenceEqual(other.Channels) && one with { Channels = other.Channels } == other;
}
