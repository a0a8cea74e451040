using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Ledger;

/// <summary>
/// Proof that an opening stands in the ledger and is durable. Only the ledger makes one, and the vault opens nothing without it.
/// </summary>
public sealed class OpeningReceipt
{
    private readonly HashSet<SubjectId> subjects;

    internal OpeningReceipt(IEnumerable<SubjectId> subjects) => this.subjects = [.. subjects];

    public bool Covers(SubjectId subject) => subjects.Contains(subject);
}

/// <summary>
/// An opening whose leaf belongs to the current unit of work: it becomes durable with what is worked out of the record, or neither does. Enough to
/// work something out; only an <see cref="OpeningReceipt"/> lets a record be shown.
/// </summary>
public sealed class OpeningWithin
{
    private readonly SubjectId subject;

    internal OpeningWithin(SubjectId subject) => this.subject = subject;

    public bool Covers(SubjectId other) => subject == other;
}

/// <summary>One line of who opened or changed a record.</summary>
public sealed record LedgerEntry(long Index, DateTime At, string Act, string Purpose, MemberId? Member);

/// <summary>The record of who did what, for one unit of work.</summary>
public sealed class AuditLedger
{
    private readonly TurnaDb db;
    private readonly Pseudonyms pseudonyms;

    internal AuditLedger(TurnaDb db, Pseudonyms pseudonyms)
    {
        this.db = db;
        this.pseudonyms = pseudonyms;
    }

    /// <summary>Adds a leaf to the current unit of work: it is committed with the change or not at all.</summary>
    public void Record(Actor actor, Act act, params ReadOnlySpan<Guid> objects) =>
        db.Note(new LeafDraft(actor.Organisation, actor.Member.Value, act.Name, string.Empty, objects.ToArray()));

    /// <summary>Adds a leaf with a stated purpose. The purpose is a code or fixed phrase, never free text about a person.</summary>
    public void RecordFor(string purpose, Actor actor, Act act, params ReadOnlySpan<Guid> objects) =>
        db.Note(new LeafDraft(actor.Organisation, actor.Member.Value, act.Name, purpose, objects.ToArray()));

    /// <summary>Adds a leaf of somebody who is not signed in yet, or of the system itself.</summary>
    public void RecordUnsigned(OrganisationId organisation, MemberId? member, Act act, params ReadOnlySpan<Guid> objects) =>
        db.Note(new LeafDraft(organisation, member?.Value, act.Name, string.Empty, objects.ToArray()));

    /// <summary>Puts an opening on record and returns when it is durable; then, and only then, the vault may open these subjects.</summary>
    public async Task<OpeningReceipt> OpenAsync(Actor actor, Act act, string purpose, IReadOnlyCollection<SubjectId> subjects, CancellationToken cancel)
    {
        await db.CommitAsideAsync([new LeafDraft(actor.Organisation, actor.Member.Value, act.Name, purpose, [.. subjects.Select(s => s.Value)])], cancel);
        return new OpeningReceipt(subjects);
    }

    /// <summary>Adds the leaf of an opening to the current unit of work, for a record that something is worked out of and nobody is shown.</summary>
    public OpeningWithin OpenWithin(Actor actor, Act act, string purpose, SubjectId subject)
    {
        RecordFor(purpose, actor, act, subject.Value);
        return new OpeningWithin(subject);
    }

    /// <summary>Puts an act on record at once, in a unit of work of its own: refusals, exports, sign-outs.</summary>
    public Task RecordNowAsync(OrganisationId organisation, MemberId? member, Act act, string purpose, IReadOnlyCollection<Guid> objects, CancellationToken cancel) =>
        db.CommitAsideAsync([new LeafDraft(organisation, member?.Value, act.Name, purpose, [.. objects])], cancel);

    /// <summary>How many leaves are durable.</summary>
    public Task<long> SizeAsync(CancellationToken cancel) => db.Set<TreeRow>().AsNoTracking().Select(t => t.Size).SingleAsync(cancel);

    /// <summary>What the ledger says of a subject, newest first. Members are named by matching the pseudonyms of those given.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> AboutAsync(Guid subject, IEnumerable<MemberId> members, int most, CancellationToken cancel)
    {
        var names = members.ToDictionary(m => pseudonyms.Actor(m.Value));
        var mentioned = pseudonyms.Object(subject);
        var leaves = await db.Set<MentionRow>().AsNoTracking().Where(m => m.Object == mentioned)
            .Join(db.Set<LeafRow>(), m => m.Index, l => l.Index, (m, l) => l)
            .OrderByDescending(l => l.Index).Take(most).Select(l => l.Body).ToListAsync(cancel);
        return [.. leaves.Select(body => Leaf.FromBytes(body)).Select(l => new LedgerEntry(
            l.Index, l.At, l.Act, l.Purpose, names.TryGetValue(l.Actor, out var member) ? member : null))];
    }
}
