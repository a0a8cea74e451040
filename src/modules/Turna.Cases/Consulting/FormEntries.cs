using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Consulting;

/// <summary>
/// What the form of a contact asks of those that are saved: what the member logged last, and, when it is shown again, whether this one is among
/// them, by the entry in its address or by what it says.
/// </summary>
internal sealed class FormEntries(TurnaDb db, CaseAccess access, KeyVault vault, StaffDirectory staff, TimeProvider clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    /// <summary>What the member logged last: her next consultation is likely of the same kind.</summary>
    public Task<Consultation?> LastOfAsync(MemberId member, CancellationToken cancel) =>
        db.Set<Consultation>().AsNoTracking().Where(c => c.Member == member).OrderByDescending(c => c.LoggedAt).FirstOrDefaultAsync(cancel);

    public Task<bool> IsSavedAsync(Guid entry, Actor actor, CancellationToken cancel)
    {
        var id = new ConsultationId(entry);
        return access.VisibleConsultations(actor).AnyAsync(c => c.Id == id, cancel);
    }

    /// <summary>Whether a consultation may be saved under this id: an address somebody made up must not name another record.</summary>
    public async Task<bool> IsFreeAsync(Guid entry, CancellationToken cancel)
    {
        var id = new ConsultationId(entry);
        return (await vault.HoldersAsync(new SubjectId(entry), cancel)).Count == 0 && !await db.Set<Consultation>().AnyAsync(c => c.Id == id, cancel);
    }

    /// <summary>The consultation with the same person on the same day about the same topics that this member saved a moment ago.</summary>
    public async Task<ConsultationId?> FindTwinAsync(ConsultationId own, PersonId person, Particulars said, Actor actor, CancellationToken cancel)
    {
        if (!vault.CanFind) return null;
        Token? link = vault.LinkToken(Consultation.LinkKind, person.Value);
        var (me, topics, since) = (actor.Member, said.TopicWords, clock.GetUtcNow().UtcDateTime - Moment);
        var on = said.On ?? await staff.TodayAsync(actor.Organisation, cancel);
        var twins = await db.Set<Consultation>().AsNoTracking()
            .Where(c => c.PersonLink == link && c.Member == me && c.On == on && c.Topics == topics && c.LoggedAt >= since && c.Id != own)
            .Select(c => c.Id).Take(1).ToListAsync(cancel);
        return twins.Count > 0 ? twins[0] : null;
    }
}
