using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Travelling;

/// <summary>Writes down a journey abroad, changes it, or removes one written down by mistake.</summary>
internal sealed class KeepJourney(TurnaDb db, AuditLedger ledger, PersonShelf shelf, JourneyBook journeys, KeyVault vault, StaffDirectory staff)
{
    public async Task<Result<Guid>> HandleAsync(PersonId person, JourneyForm form, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || await shelf.OpenForChangeAsync(person, actor, cancel) is not { } her) return Error.NotFound;

        var known = await journeys.FindAsync(person, form.Id, cancel);
        if (known is null && form.Revision > 0) return Error.NotFound;
        if (known is not null && known.Revision != form.Revision) return Error.Changed;
        var journey = known ?? new Journey { Id = form.Id, Organisation = her.Row.Organisation, Traveller = journeys.TokenOf(person), Destination = string.Empty };
        var errors = new FieldErrors();
        var detail = form.Apply(journey, known is null ? [] : journeys.Open(her, known).Costs, her.Identity, await staff.TodayAsync(actor.Organisation, cancel), errors);
        if (errors.Any) return errors.ToError();

        if (known is null) db.Add(journey);
        else journey.ContentRevision++;
        journeys.Seal(her, journey, detail);
        ledger.Record(actor, PeopleActs.JourneyKept, person.Value, journey.Id);
        return await db.CommitAsync(journey.Id, cancel);
    }

    public async Task<Result<Guid>> RemoveAsync(PersonId person, Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || !await shelf.MayOpenAsync(person, actor, cancel)) return Error.NotFound;
        if (await journeys.FindAsync(person, id, cancel) is not { } journey) return Error.NotFound;
        db.Remove(journey);
        ledger.Record(actor, PeopleActs.JourneyRemoved, person.Value, id);
        return await db.CommitAsync(id, cancel);
    }
}
