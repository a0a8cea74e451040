using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Attaching;
using Turna.People.Consenting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Relating;
using Turna.People.Reviewing;
using Turna.People.Searching;
using Turna.People.Travelling;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Rights;

/// <summary>Why a record is erased; it stands in the ledger.</summary>
internal enum ErasureReason
{
    SheAsked,
    TimeIsOver,
}

/// <summary>
/// Erases a person: her key is destroyed everywhere, her rows and index entries go, and what concerns her alone in other rooms with
/// them. Facts stay under a pseudonym that no longer leads to anybody. Refused, with every reason, while something must still be kept.
/// </summary>
internal sealed class ErasePerson(
    TurnaDb db, KeyVault vault, AuditLedger ledger, PersonShelf shelf, SearchIndex index, ConsentBook consents, JourneyBook journeys,
    RelationBook relations, AttachmentBook files, Twins twins, TwinQueue queue, IEnumerable<IKeepsAboutPeople> rooms, IEnumerable<IFollowsLinks> followers,
    WarnOfDeletion warn, TimeProvider clock)
{
    /// <summary>Why her record must be kept, in words; empty when it may go.</summary>
    public async Task<IReadOnlyList<string>> ReasonsToKeepAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var reasons = new List<string>();
        foreach (var room in rooms) reasons.AddRange(await room.ReasonsToKeepAsync(person, actor, cancel));
        return reasons;
    }

    /// <summary>Whether her record may go because its time is over, and not only because she asked.</summary>
    public async Task<bool> TimeIsOverAsync(PersonId person, Actor actor, CancellationToken cancel) => await warn.MayGoAsync(person, actor, cancel) is not null;

    /// <summary>What who erases confirms, in the words of its form: whose record it is.</summary>
    public static IReadOnlyList<Choice> Confirmation(string? name, Texts texts) =>
        [PersonWords.Choice("true", texts["I have checked it: this is the record of {0}, and erasing it cannot be undone.", name ?? string.Empty])];

    /// <summary>Erases her for good. Whoever acts says why, and that she is <paramref name="sure"/> whose record it is.</summary>
    public async Task<Result<Done>> HandleAsync(PersonId person, ErasureReason? reason, bool sure, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (!actor.May(PeoplePermissions.Retain) || !vault.CanFind) return Error.NotFound;
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, cancel) is not { } row || !PersonAccess.MayErase(actor, row)) return Error.NotFound;
        if (await shelf.OpenForChangeAsync(person, actor, cancel) is not { } her) return Error.NotFound;
        var errors = new FieldErrors();
        if (reason is null || !Enum.IsDefined(reason.Value)) errors.Add("Reason", "Say why it is erased: nobody can bring her record back.");
        else if (reason == ErasureReason.TimeIsOver && !await TimeIsOverAsync(person, actor, cancel)) errors.Add("Reason", "The time for keeping it is not over. Choose another reason.");
        if (!sure) errors.Add("Sure", "Confirm that this is the record to be erased.");
        if (errors.Any) return errors.ToError();
        var reasons = await ReasonsToKeepAsync(person, actor, cancel);
        if (reasons.Count > 0) return Error.Refuse("Her record must be kept: {0}", string.Join(" ", reasons));

        foreach (var room in rooms) await room.EraseAsync(person, actor, cancel);
        await CountOthersAsync(person, cancel);
        await ForgetAsync(her, cancel);
        await vault.EraseAsync(person.Subject, clock.GetUtcNow().UtcDateTime, cancel);
        ledger.RecordFor(reason == ErasureReason.SheAsked ? Purposes.ErasureAsked : Purposes.ErasureTimeOver, actor, PeopleActs.Erased, person.Value);
        return await db.CommitAsync(Done.It, cancel);
    }

    // Her own facts keep the pseudonym that leads to nobody; those who were linked with her must not stay under it.
    private async Task CountOthersAsync(PersonId person, CancellationToken cancel)
    {
        foreach (var part in await twins.PartsWithoutAsync(person, cancel))
        {
            foreach (var follower in followers) await follower.CountAsync(part, part[0], cancel);
        }
    }

    private async Task ForgetAsync(OpenPerson her, CancellationToken cancel)
    {
        await index.RemoveAsync(her.Row, her.Identity, cancel);
        var given = (await consents.OfAsync(her.Id, cancel)).Select(c => c.Id).ToList();
        db.RemoveRange(await db.Set<Consent>().Where(c => given.Contains(c.Id)).ToListAsync(cancel));
        var traveller = journeys.TokenOf(her.Id);
        db.RemoveRange(await db.Set<Journey>().Where(j => j.Traveller == traveller).ToListAsync(cancel));
        await relations.ForgetAsync(her.Id, cancel);
        await files.ForgetAsync(her.Id, cancel);
        await twins.ForgetAsync(her.Id, cancel);
        await queue.ForgetAsync(her.Id, cancel);
        db.Remove(her.Row);
    }
}
