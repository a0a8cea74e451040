using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Consulting;

/// <summary>What follows a consultation.</summary>
internal enum NextStep
{
    Nothing,
    CallBack,
    OpenCase,
}

/// <summary>Logs one contact: with somebody known, somebody new or somebody anonymous.</summary>
internal sealed class LogConsultation(
    TurnaDb db, KeyVault vault, AuditLedger ledger, Facts facts, PersonFacts coding, PersonRegister register, PersonCards cards, StaffDirectory staff, TeamsAtHand teams, KeyHolders holders,
    TimeProvider clock)
{
    internal sealed record Input : Particulars
    {
        public required ConsultationId Id { get; init; }

        public required TeamId Team { get; init; }

        /// <summary>Somebody known; null for a new or anonymous caller.</summary>
        public PersonId? Person { get; init; }

        /// <summary>Somebody new, registered in the same write.</summary>
        public NewPerson? NewPerson { get; init; }

        public Asker Asker { get; init; }

        public NextStep Next { get; init; }

        public DateOnly? CallBackOn { get; init; }

        public MemberId? CallBackBy { get; init; }
    }

    public async Task<Result<ConsultationId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        var result = await SaveAsync(input, actor, cancel);
        // A form that is sent again may fail on what it saved the first time: it is answered as it was then. Asked only now, because hardly any is.
        return !result.Succeeded && await db.AnsweredAsync<ConsultationId>(cancel) is { } earlier ? earlier.Value : result;
    }

    private async Task<Result<ConsultationId>> SaveAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (!actor.MayIn(CasesPermissions.Log, input.Team)) return Error.NotFound;
        if (await CheckAsync(input, actor, cancel) is { } wrong) return wrong;

        var on = input.On ?? await staff.TodayAsync(actor.Organisation, cancel);
        var who = await WhoAsync(input, on, actor, cancel);
        if (!who.Succeeded) return who.Error;
        var consultation = await AddAsync(input, on, who.Value, actor, cancel);
        ledger.Record(actor, CasesActs.ConsultationLogged, consultation.Id.Value);
        return await db.CommitAsync(consultation.Id, cancel);
    }

    /// <summary>What is wrong with the fields, those of somebody new among them, without saving anything; null when nothing is.</summary>
    public async Task<Error?> CheckAsync(Input input, Actor actor, CancellationToken cancel)
    {
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var errors = new FieldErrors();
        if (input.NewPerson is { } fresh && await register.CheckAsync(fresh, actor, cancel) is Error.Invalid ofHer) errors.AddUnder(nameof(Input.NewPerson), ofHer);
        input.Check(errors, today);
        teams.Check(errors, input.Team);
        if (input.Next == NextStep.CallBack) await CheckCallBackAsync(input, today, actor, errors, cancel);
        return errors.Any ? errors.ToError() : null;
    }

    private async Task CheckCallBackAsync(Input input, DateOnly today, Actor actor, FieldErrors errors, CancellationToken cancel)
    {
        if (input.CallBackOn is not { } day || day < today) errors.Add("CallBackOn", "Choose the day to call back, from today on");
        else if (day > today.AddYears(2)) errors.Add("CallBackOn", "Choose a day within {0} years", 2);
        if (input.CallBackBy is { } by && !(await staff.MembersOfAsync(input.Team, cancel)).Any(c => c.Id == by && !c.Suspended))
            errors.Add("CallBackBy", "Choose a member of the team");
        else if (input.CallBackBy is { } caller && !await holders.HasAsync(caller, input.Team, cancel))
            errors.Add("CallBackBy", TeamsAtHand.Lacking);
        if (input.Person is { } person && await cards.OpenAsync(person, "log a consultation", actor, cancel) is { SafeContact.NeverContact: true })
            errors.Add("Next", "She must never be called or written to. Agree when she will call or come herself");
    }

    private async Task<Result<FactPerson>> WhoAsync(Input input, DateOnly on, Actor actor, CancellationToken cancel)
    {
        if (input.NewPerson is { } fresh)
        {
            var added = await register.AddAsync(fresh, actor, cancel);
            return added.Succeeded ? PersonFacts.Of(fresh, on) : added.Error;
        }

        if (input.Person is not { } known) return FactPerson.Anonymous;
        return await coding.OfAsync(known, on, actor, cancel) is { } coded ? coded : Error.Field("Who", "Find the person again and choose her from the list");
    }

    private async Task<Consultation> AddAsync(Input input, DateOnly on, FactPerson coded, Actor actor, CancellationToken cancel)
    {
        var person = input.NewPerson?.Id ?? input.Person;
        var consultation = new Consultation
        {
            Id = input.Id,
            Organisation = actor.Organisation,
            Team = input.Team,
            Member = actor.Member,
            On = on,
            LoggedAt = clock.GetUtcNow().UtcDateTime,
            Channel = input.Channel!,
            Country = input.CountryCode,
            Language = input.Language is { Length: 2 or 3 } language ? language : "ky",
            Asker = person is null ? Asker.Anonymous : input.Asker,
            Topics = input.TopicWords,
            Minutes = input.Minutes,
            Sensitivity = Consultation.IsDelicate(input.Topics) ? Sensitivity.Restricted : Sensitivity.Standard,
            PersonLink = person is { } linked ? vault.LinkToken(Consultation.LinkKind, linked.Value) : null,
        };
        var key = await vault.CreateAsync(consultation.Subject, actor.Organisation, [CircleId.Of(input.Team)], cancel);
        consultation.Content = vault.Seal(key, consultation.ContentPlace, new ConsultationContent(person?.Value, Writing.Text(input.Advice), Writing.Line(input.City)));
        db.Add(consultation);
        facts.Publish(actor.Organisation, new Fact(consultation.Id.Value, FactKind.Consultation, on, input.Team, coded)
        {
            Destination = consultation.Country, Subtype = consultation.Channel, Topics = [.. consultation.TopicCodes], Minutes = input.Minutes ?? 0,
        });
        if (input.Next == NextStep.CallBack) AddCallBack(input, consultation, key, actor);
        return consultation;
    }

    private void AddCallBack(Input input, Consultation consultation, SubjectKey key, Actor actor)
    {
        var task = new WorkTask
        {
            Id = TaskId.New(), Organisation = actor.Organisation, Team = input.Team, Assignee = input.CallBackBy ?? actor.Member,
            Consultation = consultation.Id, DueOn = input.CallBackOn!.Value, CreatedAt = consultation.LoggedAt,
        };
        task.Text = vault.Seal(key, task.TextPlace, new TaskContent(string.Empty));
        db.Add(task);
        ledger.Record(actor, CasesActs.TaskMade, consultation.Id.Value);
    }
}
