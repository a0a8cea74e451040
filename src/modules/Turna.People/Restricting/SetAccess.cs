using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Correcting;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Restricting;

/// <summary>Decides who may open her record: everyone who works with people, or one team alone. The key goes to the one and from the other.</summary>
internal sealed class SetAccess(TurnaDb db, AuditLedger ledger, PersonShelf shelf, KeyVault vault, StaffDirectory staff)
{
    public async Task<Result<PersonId>> HandleAsync(PersonId person, PersonSensitivity sensitivity, TeamId? team, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<PersonId>(cancel) is { } first) return first.Value;
        if (await shelf.OpenForChangeAsync(person, actor, cancel) is not { } her) return Error.NotFound;
        var isOurs = team is { } chosen && (await staff.TeamsAsync(actor.Organisation, cancel)).Any(t => t.Id == chosen);
        if (!isOurs && sensitivity == PersonSensitivity.Restricted) return Error.Field("Team", "Choose the team that alone may open her record.");

        if (sensitivity == PersonSensitivity.Restricted && actor.BelongsTo(team!.Value) && !vault.Holds(CircleId.Of(team.Value)))
            return Error.Field("Team", "You have not been given the key of this team yet. Choose another team, or ask a colleague who has it");

        var before = PersonShelf.CircleOf(her.Row);
        her.Row.Sensitivity = sensitivity;
        if (sensitivity == PersonSensitivity.Restricted) Keep(her.Row, team!.Value, actor);
        else (her.Row.Team, her.Row.TakenFrom) = (her.Row.TakenFrom ?? her.Row.Team, null);
        var now = PersonShelf.CircleOf(her.Row);
        if (!await vault.CanGrantAsync(actor.Organisation, now, cancel))
            return Error.Field("Team", "Nobody of this team has signed in yet, so there is no key to seal her record with.");

        await vault.GrantAsync(her.Key, actor.Organisation, now, cancel);
        if (before != now) await vault.RevokeAsync(person.Subject, before.Value, cancel);
        ledger.Record(actor, PeopleActs.Restricted, person.Value);
        return await db.CommitAsync(person, cancel);
    }

    private static void Keep(Person row, TeamId team, Actor actor)
    {
        if (row.TakenFrom is null && row.Team is { } keeper && keeper != team && !actor.Grants.Any(g => g.Team == keeper)) row.TakenFrom = keeper;
        if (row.TakenFrom == team) row.TakenFrom = null;
        row.Team = team;
    }
}
