using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Consenting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Rights;
using Turna.People.Searching;
using Turna.Vault;

namespace Turna.People.Registering;

/// <summary>What was said about a likely duplicate while registering.</summary>
internal sealed record TwinSaid(PersonId Other, TwinDecision Decision);

/// <summary>Registers a person: makes her key, seals who she is, and enters her into the blind index.</summary>
internal sealed class RegisterPerson(
    TurnaDb db, KeyVault vault, AuditLedger ledger, PersonShelf shelf, SearchIndex index, ConsentBook consents, DecideTwin decide, StaffDirectory staff, TimeProvider clock)
{
    /// <summary>The person this very form has registered before, when it is sent again.</summary>
    public async Task<PersonId?> AlreadyDoneAsync(CancellationToken cancel) => (await db.AnsweredAsync<PersonId>(cancel))?.Value;

    /// <summary>Whether the form that names this id has registered her already: its operation bears the same id.</summary>
    public async Task<bool> IsDoneAsync(PersonId id, CancellationToken cancel)
    {
        db.Operation = new OperationId(id.Value);
        var isDone = await db.AnsweredAsync<PersonId>(cancel) is { } done && done.Value == id;
        db.Operation = null;
        return isDone;
    }

    public async Task<Result<PersonId>> HandleAsync(NewPerson person, IReadOnlyList<TwinSaid> said, Actor actor, CancellationToken cancel)
    {
        if (await AlreadyDoneAsync(cancel) is { } first) return first;
        var added = await AddAsync(person, actor, cancel);
        if (!added.Succeeded) return added;
        foreach (var twin in said) await decide.AddAsync(added.Value, twin.Other, twin.Decision, actor, cancel);
        return await db.CommitAsync(added.Value, cancel);
    }

    /// <summary>What is wrong with the fields, without registering anybody; null when nothing is.</summary>
    public async Task<Error?> CheckAsync(NewPerson person, Actor actor, CancellationToken cancel)
    {
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var errors = IdentityInput.Read(person, today).Errors;
        var row = NewRow(person, actor, today);
        CheckTeam(row, await TeamsAsync(actor, cancel), await vault.CanGrantAsync(row.Organisation, PersonShelf.CircleOf(row), cancel), actor, errors);
        return errors.Any ? errors.ToError() : null;
    }

    /// <summary>Adds her to the unit of work; the caller commits.</summary>
    public async Task<Result<PersonId>> AddAsync(NewPerson person, Actor actor, CancellationToken cancel) =>
        (await AddAllAsync([person], actor, cancel))[0];

    /// <summary>Adds them to the unit of work; the caller commits. Who is refused is left out.</summary>
    public async Task<IReadOnlyList<Result<PersonId>>> AddAllAsync(IReadOnlyList<NewPerson> people, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(PeoplePermissions.Register)) return [.. people.Select(_ => (Result<PersonId>)Error.NotFound)];
        if (!vault.CanFind) return [.. people.Select(_ => (Result<PersonId>)Error.Refuse("You have not been given the keys yet. Ask a colleague who works with people to admit you."))];

        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var teams = await TeamsAsync(actor, cancel);
        var grantable = new Dictionary<CircleId, bool>();
        var added = new List<Result<PersonId>>(people.Count);
        foreach (var person in people) added.Add(await AddAsync(person, today, teams, grantable, actor, cancel));
        return added;
    }

    private async Task<Result<PersonId>> AddAsync(
        NewPerson person, DateOnly today, HashSet<TeamId> teams, Dictionary<CircleId, bool> grantable, Actor actor, CancellationToken cancel)
    {
        var input = IdentityInput.Read(person, today);
        var row = NewRow(person, actor, today);
        var circle = PersonShelf.CircleOf(row);
        if (!grantable.TryGetValue(circle, out var hasKey)) grantable[circle] = hasKey = await vault.CanGrantAsync(row.Organisation, circle, cancel);
        CheckTeam(row, teams, hasKey, actor, input.Errors);
        if (input.Errors.Any) return input.Errors.ToError();

        var key = await shelf.PutAsync(row, input.Identity, cancel);
        await index.AddAsync(row, input.Identity, cancel);
        foreach (var purpose in person.Consents.Distinct()) consents.Add(row, key, purpose, today);
        ledger.Record(actor, PeopleActs.Registered, row.Id.Value);
        return row.Id;
    }

    private async Task<HashSet<TeamId>> TeamsAsync(Actor actor, CancellationToken cancel) => [.. (await staff.TeamsAsync(actor.Organisation, cancel)).Select(t => t.Id)];

    private Person NewRow(NewPerson person, Actor actor, DateOnly today)
    {
        var since = person.KnownSince is { } known && known < today ? known : today;
        return new Person
        {
            Id = person.Id, Organisation = actor.Organisation, Sensitivity = person.Sensitivity,
            Team = person.Team ?? (person.Sensitivity == PersonSensitivity.Standard && actor.Teams.Any() ? actor.Teams.First() : null),
            RegisteredAt = clock.GetUtcNow().UtcDateTime, KeepUntil = RetentionRule.KeepUntil(since, today),
        };
    }

    // To a team that is not hers she gives a person away, and the form says so; from one of her own she would expect to find her again.
    private void CheckTeam(Person row, HashSet<TeamId> teams, bool hasKey, Actor actor, FieldErrors errors)
    {
        if (row.Team is { } team && !teams.Contains(team))
            errors.Add(nameof(NewPerson.Team), "Choose a team from the list.");
        else if (row.Sensitivity == PersonSensitivity.Restricted && row.Team is null)
            errors.Add(nameof(NewPerson.Team), "Choose the team that alone may open her record.");
        else if (!hasKey)
            errors.Add(nameof(NewPerson.Team), "Nobody of this team has signed in yet, so there is no key to seal her record with.");
        else if (row.Sensitivity == PersonSensitivity.Restricted && row.Team is { } own && actor.BelongsTo(own) && !vault.Holds(PersonShelf.CircleOf(row)))
            errors.Add(nameof(NewPerson.Team), "You have not been given the key of this team yet. Choose another team, or ask a colleague who has it");
    }
}
