using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Opening;

/// <summary>Opens a case for a known person, from her page or from a consultation, and gives it to a team.</summary>
internal sealed class OpenCase(
    TurnaDb db, CaseAccess access, ConsultationShelf shelf, KeyVault vault, AuditLedger ledger, CaseFacts facts, PersonFacts coding, StaffDirectory staff, TeamsAtHand teams, KeyHolders holders,
    TimeProvider clock)
{
    /// <summary>As long as a note: what does not fit is a note of its own.</summary>
    public const int LongestReason = Working.WriteNote.Longest;

    internal sealed record Input
    {
        public required CaseId Id { get; init; }

        public PersonId? Person { get; init; }

        public ConsultationId? Consultation { get; init; }

        public required TeamId Team { get; init; }

        public MemberId? Responsible { get; init; }

        public CaseType? Type { get; init; }

        public Sensitivity Sensitivity { get; init; }

        /// <summary>Members who alone know of a protected case, besides who opens it.</summary>
        public IReadOnlyList<MemberId> Named { get; init; } = [];

        public string? Reason { get; init; }
    }

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<CaseId>(cancel) is { } earlier) return earlier.Value;
        if (!actor.MayIn(CasesPermissions.Open, input.Team)) return Error.NotFound;
        var consultation = await ConsultationAsync(input, actor, cancel);
        if (input.Consultation is not null && consultation is null) return Error.NotFound;
        if (await PersonAsync(input, consultation, actor, cancel) is not { } person) return Error.Field("Person", "A case needs a person. Find her and open the case from her page");

        var reason = Writing.Text(input.Reason);
        var errors = await CheckAsync(input, reason, actor, cancel);
        if (errors.Any) return errors.ToError();
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        if (await coding.OfAsync(person, today, actor, cancel) is not { } coded) return Error.NotFound;

        var matter = Case.Open(
            input.Id, actor.Organisation, input.Team, input.Responsible ?? actor.Member, input.Type!.Value, input.Sensitivity, today, clock.GetUtcNow().UtcDateTime);
        var key = await KeyAsync(matter, input, actor, cancel);
        matter.PersonLink = vault.LinkToken(Case.LinkKind, person.Value);
        matter.Content = vault.Seal(key, matter.ContentPlace, new CaseContent(person.Value, reason));
        db.Add(matter);
        db.Add(new Entry { Id = Guid.CreateVersion7(), Case = matter.Id, Kind = EntryKind.Opened, At = matter.StageSince, Member = actor.Member, Stage = Stage.Open });
        // The first case of a consultation keeps it; she may not even know of that one.
        if (consultation is { Case: null }) consultation.Case = matter.Id;
        ledger.Record(actor, CasesActs.CaseOpened, matter.Id.Value);
        facts.PublishOpened(matter, coded);
        return await db.CommitAsync(matter.Id, cancel);
    }

    private async Task<Consultation?> ConsultationAsync(Input input, Actor actor, CancellationToken cancel) =>
        input.Consultation is { } id && await access.VisibleConsultations(actor).SingleOrDefaultAsync(c => c.Id == id, cancel) is { } found
        && !await shelf.IsClosedAsync(found, actor, cancel) ? found : null;

    private async Task<PersonId?> PersonAsync(Input input, Consultation? consultation, Actor actor, CancellationToken cancel)
    {
        if (consultation is null) return input.Person;
        if (!CaseAccess.MayRead(actor, consultation) || await vault.FindKeyAsync(consultation.Subject, cancel) is not { } key) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.ConsultationOpened, "open a case", [consultation.Subject], cancel);
        return vault.Open<ConsultationContent>(receipt, key, consultation.ContentPlace, consultation.Content).Person is { } person ? new PersonId(person) : input.Person;
    }

    private async Task<FieldErrors> CheckAsync(Input input, string reason, Actor actor, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var members = await staff.WhoMayAsync(CasesPermissions.Open, input.Team, cancel);
        bool Belongs(MemberId id) => members.Any(m => m.Id == id);
        teams.Check(errors, input.Team);
        if (input.Type is null) errors.Add("Type", "Choose what the case is about");
        if (reason.Length == 0) errors.Add("Reason", "Write in a sentence what happened");
        if (reason.Length > LongestReason) errors.Add("Reason", "Write it in {0} characters or fewer", LongestReason);
        if (input.Responsible is { } responsible && !Belongs(responsible)) errors.Add("Responsible", "Choose a member of the team");
        if (input.Sensitivity != Sensitivity.Protected)
        {
            if (!errors.Any && input.Responsible is { } keeper && !await holders.HasAsync(keeper, input.Team, cancel))
                errors.Add("Responsible", TeamsAtHand.Lacking);
            return errors;
        }

        if (input.Named.Append(actor.Member).Distinct().Count() < 2) errors.Add("Named", "Name at least one more colleague, so that one departure loses nothing");
        if (input.Named.Any(n => !Belongs(n))) errors.Add("Named", "Choose members of the team");
        else if (!await MayGuardAsync(input, actor, cancel)) errors.Add("Named", "A protected case is kept by protection staff and supervisors of the team. Name those only, or hand it to the protection team");
        if (input.Responsible is { } worker && worker != actor.Member && !input.Named.Contains(worker)) errors.Add("Responsible", "Whoever is responsible must be named in a protected case");
        return errors;
    }

    private async Task<bool> MayGuardAsync(Input input, Actor actor, CancellationToken cancel)
    {
        foreach (var named in input.Named.Append(actor.Member).Distinct())
        {
            if (await staff.FindAsync(named, cancel) is not { } member) return false;
            if (!member.Actor.HasIn(Role.Protection, input.Team) && !member.Actor.HasIn(Role.Supervisor, input.Team)) return false;
        }

        return true;
    }

    private async Task<SubjectKey> KeyAsync(Case matter, Input input, Actor actor, CancellationToken cancel)
    {
        if (matter.Sensitivity != Sensitivity.Protected) return await vault.CreateAsync(matter.Subject, actor.Organisation, [CircleId.Of(input.Team)], cancel);
        List<MemberId> named = [.. input.Named.Append(actor.Member).Distinct()];
        foreach (var member in named) db.Add(new NamedMember { Case = matter.Id, Member = member });
        return await vault.CreateProtectedAsync(matter.Subject, actor.Organisation, named, cancel);
    }
}
