using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Cases;

/// <summary>What was logged wrongly is corrected: the seal, the link to the person and the numbers of the reports follow.</summary>
public abstract class Correcting_consultations(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_numbers_of_a_report_are_those_of_the_corrected_consultation()
    {
        var (her, him) = (await RegisterAsync("Абдыкеримова", Sex.Female, 1989), await RegisterAsync("Абдыкеримов", Sex.Male, 1970));
        var id = await LogAsync(her, "wages");
        var (thisMonth, earlier) = (Period.Month(Today.Year, Today.Month), Period.Month(Today.AddMonths(-2).Year, Today.AddMonths(-2).Month));
        var (before, beforeThen) = (await NumbersAsync(thisMonth), await NumbersAsync(earlier));

        (await CorrectAsync(id, i => i with { Concerns = Concerns.Known, Person = him, On = earlier.From, Topics = ["pension"], Country = "TR", Minutes = 40 })).Error.ShouldBeNull();

        var (after, afterThen) = (await NumbersAsync(thisMonth), await NumbersAsync(earlier));
        (after.At("wages", "F") - before.At("wages", "F"), after.At("wages", "M") - before.At("wages", "M"), after.All - before.All).ShouldBe((-1, 0, -1));
        (afterThen.At("pension", "M") - beforeThen.At("pension", "M"), afterThen.At("pension", "F") - beforeThen.At("pension", "F"), afterThen.All - beforeThen.All).ShouldBe((1, 0, 1));
        (afterThen.Clients - beforeThen.Clients, after.Clients - before.Clients).ShouldBe((1, -1));
        var fact = await FactAsync(id);
        (fact.On, fact.Topics, fact.Destination, fact.Minutes, fact.Sex, fact.AgeBand).ShouldBe((earlier.From, "pension", "TR", 40, Sex.Male, "50-59"));
        await ShouldVerifyAsync();
    }

    [Fact]
    public async Task A_consultation_given_to_another_person_is_in_her_copy_and_no_longer_in_the_other()
    {
        var (wrong, right) = (await RegisterAsync("Токсонбаева"), await RegisterAsync("Токсонбекова"));
        var id = await LogAsync(wrong, "wages", "Keep the payslips.");

        (await CorrectAsync(id, i => i with { Concerns = Concerns.Known, Person = right })).Error.ShouldBeNull();

        (await CopyAsync(wrong)).ShouldNotContain("Keep the payslips.");
        (await CopyAsync(right)).ShouldContain("Keep the payslips.");
        await using var scope = await office.AsAsync(office.Caseworker);
        (await FactAsync(id)).Person.ShouldBe(scope.Get<KeyVault>().Pseudonym(right.Value));
        (await RowAsync(id)).PersonLink.ShouldBe(scope.Get<KeyVault>().LinkToken(Consultation.LinkKind, right.Value));
    }

    [Fact]
    public async Task Somebody_anonymous_can_be_given_a_person_and_somebody_known_can_become_anonymous()
    {
        var her = await RegisterAsync("Самудинова", Sex.Female);
        var (nameless, named) = (await LogAsync(null, "health"), await LogAsync(her, "health"));

        (await CorrectAsync(nameless, i => i with { Concerns = Concerns.Known, Person = her })).Error.ShouldBeNull();
        (await CorrectAsync(named, i => i with { Concerns = Concerns.Anonymous })).Error.ShouldBeNull();

        var (first, second) = (await FactAsync(nameless), await FactAsync(named));
        (first.Person is null, first.Sex, second.Person is null, second.Sex).ShouldBe((false, Sex.Female, true, Sex.NotStated));
        ((await RowAsync(nameless)).Asker, (await RowAsync(named)).Asker).ShouldBe((Asker.Person, Asker.Anonymous));
        (await RowAsync(named)).PersonLink.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_corrected_is_sealed_under_its_next_revision_and_says_when_and_by_whom()
    {
        var id = await LogAsync(null, "wages", "Go to court.");

        (await CorrectAsync(id, i => i with { Advice = "Go to the inspectorate.", City = "Oskemen", Language = "ru", Channel = "visit" }, office.Colleague)).Error.ShouldBeNull();

        var row = await RowAsync(id);
        (row.ContentRevision, row.CorrectedBy, row.Language, row.Channel, row.Member).ShouldBe((2, office.Colleague.Id, "ru", "visit", office.Caseworker.Id));
        row.CorrectedAt.ShouldNotBeNull().ShouldBe(office.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(5));
        await using var scope = await office.AsAsync(office.Caseworker);
        (await scope.Get<CorrectConsultation>().OpenAsync(id, scope.Actor, Cancel))!.Said.ShouldBe(new ConsultationContent(null, "Go to the inspectorate.", "Oskemen"));
        var acts = await scope.Get<AuditLedger>().AboutAsync(id.Value, [office.Caseworker.Id, office.Colleague.Id], 20, Cancel);
        acts.ShouldContain(a => a.Act == "consultation.corrected" && a.Member == office.Colleague.Id);
        acts.ShouldContain(a => a.Act == "consultation.read" && a.Purpose == "correct a consultation" && a.Member == office.Colleague.Id);
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_one_is_told_and_nothing_of_the_other_is_lost()
    {
        var id = await LogAsync(null, "wages");
        await using var first = await office.AsAsync(office.Caseworker);
        await using var second = await office.AsAsync(office.Colleague);
        var input = await InputAsync(id);

        var answers = await Task.WhenAll(
            first.Get<CorrectConsultation>().HandleAsync(input with { Minutes = 11 }, first.Actor, Cancel),
            second.Get<CorrectConsultation>().HandleAsync(input with { Minutes = 22 }, second.Actor, Cancel));

        answers.Count(a => a.Succeeded).ShouldBe(1);
        answers.Single(a => !a.Succeeded).Error.ShouldBe(Error.Changed);
        var kept = answers[0].Succeeded ? 11 : 22;
        ((await RowAsync(id)).Minutes, (await FactAsync(id)).Minutes).ShouldBe((kept, kept));
        (await CorrectAsync(id, _ => input with { Minutes = 33 })).Error.ShouldBe(Error.Changed);
        await ShouldVerifyAsync();
    }

    [Fact]
    public async Task The_same_correction_sent_twice_is_one()
    {
        var (id, operation) = (await LogAsync(null, "wages"), OperationId.New());
        var input = await InputAsync(id) with { Minutes = 7 };

        for (var i = 0; i < 2; i++)
        {
            await using var scope = await office.AsAsync(office.Caseworker);
            scope.Get<TurnaDb>().Operation = operation;
            (await scope.Get<CorrectConsultation>().HandleAsync(input, scope.Actor, Cancel)).Value.ShouldBe(id);
        }

        (await RowAsync(id)).ContentRevision.ShouldBe(2);
    }

    [Fact]
    public async Task A_delicate_topic_restricts_and_only_a_supervisor_opens_it_again()
    {
        var id = await LogAsync(null, "wages");
        (await CorrectAsync(id, i => i with { Topics = ["trafficking", "wages"] })).Error.ShouldBeNull();
        (await RowAsync(id)).Sensitivity.ShouldBe(Sensitivity.Restricted);

        (await CorrectAsync(id, i => i with { Topics = ["wages"], Opened = true })).Error.ShouldBeNull();
        (await RowAsync(id)).Sensitivity.ShouldBe(Sensitivity.Restricted, "a caseworker took the topic away");
        (await CorrectAsync(id, i => i with { Topics = ["trafficking"], Opened = true }, office.Supervisor)).Error.ShouldBeNull();
        (await RowAsync(id)).Sensitivity.ShouldBe(Sensitivity.Restricted, "the topic still stands");
        (await CorrectAsync(id, i => i with { Topics = ["wages"] }, office.Supervisor)).Error.ShouldBeNull();
        (await RowAsync(id)).Sensitivity.ShouldBe(Sensitivity.Restricted, "the supervisor did not say so");

        (await CorrectAsync(id, i => i with { Opened = true }, office.Supervisor)).Error.ShouldBeNull();

        (await RowAsync(id)).Sensitivity.ShouldBe(Sensitivity.Standard);
    }

    [Fact]
    public async Task The_person_of_a_consultation_that_belongs_to_a_case_stays()
    {
        var (her, other) = (await RegisterAsync("Кылычбекова"), await RegisterAsync("Кылычева"));
        var id = await LogAsync(her, "wages");
        await OpenCaseAsync(id, office.Caseworker, office.LegalTeam, Sensitivity.Standard);

        (await CorrectAsync(id, i => i with { Concerns = Concerns.Known, Person = other })).Error.ShouldBe(Error.Field("Concerns", "It belongs to a case: whom it concerns stays"));
        (await CorrectAsync(id, i => i with { Concerns = Concerns.Anonymous })).Error.ShouldBe(Error.Field("Concerns", "It belongs to a case: whom it concerns stays"));
        (await CorrectAsync(id, i => i with { Minutes = 50 })).Error.ShouldBeNull();

        (await RowAsync(id)).Case.ShouldNotBeNull();
    }

    /// <summary>Who is not named in a protected case must not learn of it from a refusal; those named see that the consultation went.</summary>
    [Fact]
    public async Task A_protected_case_is_not_told_of_and_those_named_see_what_left_it()
    {
        var (her, other) = (await RegisterAsync("Мырзабекова", by: office.Protection), await RegisterAsync("Мырзаева", by: office.Protection));
        var id = await LogAsync(her, "wages", by: office.Protection, team: office.ProtectionTeam);
        var matter = await OpenCaseAsync(id, office.Protection, office.ProtectionTeam, Sensitivity.Protected, office.ProtectionColleague.Id);

        (await CorrectAsync(id, i => i with { Concerns = Concerns.Anonymous }, office.ProtectionColleague)).Error.ShouldBe(Error.Field("Concerns", "It belongs to a case: whom it concerns stays"));
        (await CorrectAsync(id, i => i with { Concerns = Concerns.Known, Person = other }, office.OtherTeam)).Error.ShouldBeNull();

        (await RowAsync(id)).Case.ShouldBeNull();
        await using var scope = await office.AsAsync(office.Protection);
        var shown = (await scope.Get<Turna.Cases.Working.ShowCase>().HandleAsync(matter, scope.Actor, Cancel)).Value;
        shown.Timeline.ShouldContain(h => h.Kind == EntryKind.ConsultationLeft && h.By == office.OtherTeam.Name);
        shown.Timeline.ShouldNotContain(h => h.Consultation != null);
    }

    [Fact]
    public async Task Who_did_not_log_it_and_keeps_no_cases_of_its_team_finds_nothing_to_correct()
    {
        var (theirs, own) = (await LogAsync(null, "wages"), await LogAsync(null, "wages", by: office.FrontDesk));
        var input = await InputAsync(theirs);

        foreach (var stranger in new[] { office.FrontDesk, office.OtherTeam, office.Protection, office.ProtectionSupervisor, office.Analyst, office.Administrator, office.Elsewhere })
            (await CorrectAsync(theirs, _ => input with { Minutes = 1 }, stranger)).Error.ShouldBe(Error.NotFound, stranger.SignInName);

        (await CorrectAsync(own, i => i with { Minutes = 1 }, office.FrontDesk)).Error.ShouldBeNull();
        (await CorrectAsync(own, i => i with { Minutes = 2 }, office.Supervisor)).Error.ShouldBeNull();
        (await RowAsync(theirs)).CorrectedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var id = await LogAsync(null, "wages");

        var error = (await CorrectAsync(id, i => i with { Channel = "pigeon", Country = "XX", Topics = [], Minutes = -1, On = Today.AddDays(1) })).Error.ShouldBeOfType<Error.Invalid>();

        error.Fields.Select(f => f.Field).Order().ShouldBe(["Channel", "Country", "Minutes", "On", "Topics"]);
        (await CorrectAsync(id, i => i with { On = null })).Error.ShouldBe(Error.Field("On", "Write the day of the contact"));
        (await CorrectAsync(id, i => i with { Concerns = Concerns.Known, Person = PersonId.New() })).Error.ShouldBe(Error.Field("Who", "Find the person again and choose her from the list"));
    }

    private DateOnly Today => DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(6));

    private async Task<PersonId> RegisterAsync(string family, Sex sex = Sex.Female, int? born = null, TestMember? by = null)
    {
        await using var scope = await office.AsAsync(by ?? office.Caseworker);
        var person = new NewPerson { Family = family, Given = "Нуриза", Sex = sex, Born = born is { } year ? PartialDate.Of(year) : null };
        return (await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Cancel)).Value;
    }

    private async Task<ConsultationId> LogAsync(PersonId? person, string topic, string? advice = null, TestMember? by = null, TeamId? team = null)
    {
        await using var scope = await office.AsAsync(by ?? office.Caseworker);
        var input = new LogConsultation.Input
        {
            Id = ConsultationId.New(), Team = team ?? office.LegalTeam, Person = person, Channel = "phone", Country = "RU", Language = "ky", Topics = [topic], Advice = advice, Minutes = 15,
        };
        return (await scope.Get<LogConsultation>().HandleAsync(input, scope.Actor, Cancel)).Value;
    }

    private async Task<CaseId> OpenCaseAsync(ConsultationId from, TestMember by, TeamId team, Sensitivity sensitivity, params MemberId[] named)
    {
        await using var scope = await office.AsAsync(by);
        var input = new OpenCase.Input { Id = CaseId.New(), Consultation = from, Team = team, Type = CaseType.UnpaidWages, Sensitivity = sensitivity, Named = named, Reason = "No pay." };
        return (await scope.Get<OpenCase>().HandleAsync(input, scope.Actor, Cancel)).Value;
    }

    private async Task<Result<ConsultationId>> CorrectAsync(ConsultationId id, Func<CorrectConsultation.Input, CorrectConsultation.Input> change, TestMember? by = null)
    {
        var input = change(await InputAsync(id));
        await using var scope = await office.AsAsync(by ?? office.Caseworker);
        return await scope.Get<CorrectConsultation>().HandleAsync(input, scope.Actor, Cancel);
    }

    // The form as the page would show it.
    private async Task<CorrectConsultation.Input> InputAsync(ConsultationId id)
    {
        var row = await RowAsync(id);
        return new CorrectConsultation.Input
        {
            Id = id, Revision = row.Revision, On = row.On, Channel = row.Channel, Country = row.Country, Language = row.Language, Topics = [.. row.TopicCodes], Minutes = row.Minutes,
            Advice = "Keep the payslips.",
        };
    }

    private async Task<Consultation> RowAsync(ConsultationId id)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TurnaDb>().Set<Consultation>().AsNoTracking().SingleAsync(c => c.Id == id, Cancel);
    }

    private async Task<FactRow> FactAsync(ConsultationId id)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var record = scope.Get<KeyVault>().FactToken(id.Value);
        return await scope.Get<TurnaDb>().Set<FactRow>().AsNoTracking().SingleAsync(f => f.Record == record, Cancel);
    }

    private async Task<string> CopyAsync(PersonId person)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var sections = new JsonArray();
        foreach (var room in scope.Get<IEnumerable<IKeepsAboutPeople>>())
        {
            foreach (var copied in await room.CopyAsync(person, scope.Actor, Cancel)) sections.Add(copied.Content);
        }

        return sections.ToJsonString(JsonSerializerOptions.Web);
    }

    private async Task<Numbers> NumbersAsync(Period period)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var made = await scope.Get<MakeReport>().HandleAsync(new MakeReport.Input(period.Name, Breakdown.Topic, false, office.LegalTeam), scope.Actor, Today, Cancel);
        return new Numbers(made.Value);
    }

    private async Task ShouldVerifyAsync()
    {
        await using var scope = office.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(Cancel)).Falsehoods.ShouldBeEmpty();
    }

    private sealed record Numbers(Report Report)
    {
        public int All => Report.Of(Measure.Consultations).Total.Value!.Value;

        public int Clients => Report.Of(Measure.Clients).Total.Value!.Value;

        public int At(string topic, string sex) => Report.Of(Measure.Consultations).At(topic, sex).Value!.Value;
    }
}

public sealed class Correcting_consultations_on_sqlite(TestOffice office) : Correcting_consultations(office), IClassFixture<TestOffice>;

public sealed class Correcting_consultations_on_postgres(PostgresOffice office) : Correcting_consultations(office), IClassFixture<PostgresOffice>;
