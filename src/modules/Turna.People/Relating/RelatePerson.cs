using Turna.Data;
using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.Vault;

namespace Turna.People.Relating;

/// <summary>Writes down who lives with her, whom she left at home, and who decides; from both ends where both are registered.</summary>
internal sealed class RelatePerson(TurnaDb db, AuditLedger ledger, PersonShelf shelf, RelationBook relations, KeyVault vault)
{
    internal sealed record Input
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        public RelationKind Kind { get; set; }

        public string? Name { get; set; }

        [AsksFor(AskedDay.Birth)]
        public int? BirthYear { get; set; }

        public Guid? Person { get; set; }

        public bool LivesWithHer { get; set; }

        public bool LeftBehind { get; set; }

        public bool CaresForChildren { get; set; }

        public bool DecidesOnRemittances { get; set; }

        public bool Dangerous { get; set; }

        public string? Note { get; set; }
    }

    public async Task<Result<Guid>> HandleAsync(PersonId person, Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || await shelf.OpenForChangeAsync(person, actor, cancel) is not { } her) return Error.NotFound;
        var other = input.Person is { } known && known != person.Value ? await shelf.OpenForChangeAsync(new PersonId(known), actor, cancel) : null;
        if (input.Person is not null && other is null) return Error.NotFound;

        var errors = new FieldErrors();
        var detail = Read(input, her, other, errors);
        if (errors.Any) return errors.ToError();
        relations.Add(her, input.Id, detail, other?.Id);
        if (other is not null) relations.Add(other, Guid.CreateVersion7(), Mirror(detail, her), her.Id);
        ledger.Record(actor, PeopleActs.RelationKept, [person.Value, .. other is null ? Array.Empty<Guid>() : [other.Id.Value]]);
        return await db.CommitAsync(input.Id, cancel);
    }

    public async Task<Result<Guid>> RemoveAsync(PersonId person, Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || !await shelf.MayOpenAsync(person, actor, cancel)) return Error.NotFound;
        if (!await relations.RemoveAsync(person, id, cancel)) return Error.NotFound;
        ledger.Record(actor, PeopleActs.RelationRemoved, person.Value);
        return await db.CommitAsync(id, cancel);
    }

    private static RelationDetail Read(Input input, OpenPerson her, OpenPerson? other, FieldErrors errors)
    {
        var name = Writing.OneLine(input.Name, nameof(Input.Name), errors, Writing.Wide);
        if (name is null && other is null && input.BirthYear is null && input.Note is null) errors.Add(nameof(Input.Name), "Write a name, or a year of birth, or a note.");
        if (input.BirthYear is not (null or (>= 1900 and <= 2100))) errors.Add(nameof(Input.BirthYear), "Write the year of birth in four figures.");
        return new RelationDetail
        {
            Kind = input.Kind, Name = other?.Identity.DisplayName ?? name, BirthYear = other?.Identity.BirthDate?.Year ?? input.BirthYear,
            Person = other?.Id.Value, Of = her.Id.Value, LivesWithHer = input.LivesWithHer, LeftBehind = input.LeftBehind,
            CaresForChildren = input.CaresForChildren, DecidesOnRemittances = input.DecidesOnRemittances, Dangerous = input.Dangerous,
            Note = Writing.Lines(input.Note, nameof(Input.Note), errors),
        };
    }

    // What was said about her household is hers; the other side learns only how the two are related.
    private static RelationDetail Mirror(RelationDetail detail, OpenPerson her) => new()
    {
        Kind = Mirror(detail.Kind, her.Identity.Sex), Name = her.Identity.DisplayName, BirthYear = her.Identity.BirthDate?.Year,
        Person = her.Id.Value, Of = detail.Person!.Value, LivesWithHer = detail.LivesWithHer,
    };

    private static RelationKind Mirror(RelationKind kind, Sex sex) => (kind, sex) switch
    {
        (RelationKind.Child, Sex.Female) => RelationKind.Mother,
        (RelationKind.Child, Sex.Male) => RelationKind.Father,
        (RelationKind.Mother or RelationKind.Father, _) => RelationKind.Child,
        (RelationKind.Husband or RelationKind.Wife, Sex.Female) => RelationKind.Wife,
        (RelationKind.Husband or RelationKind.Wife, Sex.Male) => RelationKind.Husband,
        (RelationKind.Husband or RelationKind.Wife or RelationKind.Partner, _) => RelationKind.Partner,
        (RelationKind.Sister or RelationKind.Brother, Sex.Female) => RelationKind.Sister,
        (RelationKind.Sister or RelationKind.Brother, Sex.Male) => RelationKind.Brother,
        (RelationKind.Other, _) => RelationKind.Other,
        _ => RelationKind.OtherRelative,
    };
}
