using System.Net;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Ledger;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.People.Restricting;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>What was said in a consultation closes with the record of whom it concerns, to whoever may not open that.</summary>
public sealed class Closed_with_her_record_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Said = "Бурмакан Таирова, 0555 123 456: wait for the court.";
    private const string Closed = "Closed with her record: only those who may open it read it.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caseworker_reads_no_more_what_she_logged_of_a_person_who_is_restricted_since()
    {
        var (person, consultation) = await LoggedAsync();
        using var browser = await office.SignInAsync(office.Caseworker);
        (await browser.GetAsync($"/consultations/{consultation}")).Text.ShouldContain(Said);

        await RestrictAsync(person, office.ProtectionTeam);

        var page = await browser.GetAsync($"/consultations/{consultation}");
        page.Text.ShouldContain(Closed);
        page.Text.ShouldContain("A person you may not open");
        page.Html.ShouldNotContain("0555 123 456");
        page.Html.ShouldNotContain("Bishkek by the bazaar");
        page.Document.QuerySelector($"a[href='/consultations/{consultation}/correct']").ShouldBeNull();
        (await browser.GetAsync($"/consultations/{consultation}/correct")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/cases/new?consultation={consultation}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/consultations")).Text.ShouldContain("A person you may not open");
    }

    [Fact]
    public async Task Whoever_keeps_her_reads_it_as_before()
    {
        var (person, consultation) = await LoggedAsync();

        await RestrictAsync(person, office.LegalTeam);

        using var supervisor = await office.SignInAsync(office.Supervisor);
        using var caseworker = await office.SignInAsync(office.Caseworker);
        (await supervisor.GetAsync($"/consultations/{consultation}")).Text.ShouldContain(Said);
        (await caseworker.GetAsync($"/consultations/{consultation}")).Text.ShouldContain(Closed);
    }

    [Fact]
    public async Task No_leaf_tells_of_an_opening_that_was_none()
    {
        var (person, consultation) = await LoggedAsync();
        await RestrictAsync(person, office.ProtectionTeam);
        var before = await LeavesAsync(consultation);
        using var browser = await office.SignInAsync(office.Colleague);

        await browser.GetAsync($"/consultations/{consultation}");
        await browser.GetAsync("/consultations");

        (await LeavesAsync(consultation)).ShouldBe(before);
    }

    [Fact]
    public async Task In_the_timeline_of_a_case_it_is_closed_and_the_note_of_the_team_is_not()
    {
        var (person, consultation) = await LoggedAsync();
        using var browser = await office.SignInAsync(office.Caseworker);
        var matter = await (await browser.GetAsync($"/cases/new?consultation={consultation}")).PressAsync("Open the case", ("Input.Type", "Other"), ("Input.Reason", "The court is to decide."));
        matter.Document.QuerySelector(".moj-timeline")!.TextContent.ShouldContain(Said);

        await RestrictAsync(person, office.ProtectionTeam);

        var page = await browser.GetAsync(matter.Path);
        page.Text.ShouldContain("The court is to decide.");
        page.Document.QuerySelector(".moj-timeline")!.TextContent.ShouldContain(Closed);
        page.Html.ShouldNotContain("0555 123 456");
    }

    [Fact]
    public async Task A_call_back_to_her_says_that_it_is_for_somebody_the_reader_may_not_open()
    {
        var (person, _) = await LoggedAsync(callBack: true);
        using var browser = await office.SignInAsync(office.Caseworker);
        await RestrictAsync(person, office.ProtectionTeam);

        var work = await browser.GetAsync("/work");
        work.Text.ShouldNotContain("Бурмакан");
        var task = await browser.GetAsync(work.Document.QuerySelectorAll("main a[href^='/tasks/']")[0].GetAttribute("href")!);

        task.Text.ShouldContain("A person you may not open");
    }

    [Fact]
    public async Task My_work_calls_nobody_anonymous_who_is_only_closed()
    {
        var (person, _) = await LoggedAsync(callBack: true);
        await RestrictAsync(person, office.ProtectionTeam);
        using var browser = await office.SignInAsync(office.Caseworker);

        var work = (await browser.GetAsync("/work")).Document.QuerySelectorAll(".t-work__hint").Select(hint => hint.TextContent).ToList();

        work.ShouldContain(hint => hint.Contains("A person you may not open", StringComparison.Ordinal));
        work.ShouldNotContain(hint => hint.Contains("Anonymous", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_correction_took_out_of_the_story_closes_with_her_too()
    {
        var (person, consultation) = await LoggedAsync();
        using var browser = await office.SignInAsync(office.Caseworker);
        var matter = await (await browser.GetAsync($"/cases/new?consultation={consultation}")).PressAsync("Open the case", ("Input.Type", "Other"), ("Input.Reason", "Таирова told it."));
        await (await browser.GetAsync($"{matter.Path}/story")).PressAsync("Save", ("Input.Reason", "She told it."));
        (await browser.GetAsync(matter.Path)).Text.ShouldContain("Таирова told it.");

        await RestrictAsync(person, office.ProtectionTeam);

        (await browser.GetAsync(matter.Path)).Text.ShouldNotContain("Таирова told it.");
    }

    [Fact]
    public async Task The_report_on_a_register_leaves_out_what_is_closed()
    {
        var steps = new Turna.PageTests.Importing.Register_steps(office);
        using var supervisor = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(supervisor, "15.05.2023;Кыдырбаева Назгүл;0700111222;ж;1988;Россия;муж бьет;90000;;муж Кыдырбаевой угрожает");
        var done = await steps.BringInAsync(supervisor, preview.Path);
        using var colleague = await office.SignInAsync(office.Colleague);

        foreach (var file in new[] { "report.csv", "report.json" })
        {
            (await supervisor.GetAsync($"{done.Path}/{file}")).Html.ShouldContain("угрожает");
            var report = (await colleague.GetAsync($"{done.Path}/{file}")).Html;
            report.ShouldNotContain("угрожает");
            report.ShouldNotContain("1988");
            report.ShouldContain(Closed);
        }
    }

    private async Task<(PersonId Person, ConsultationId Consultation)> LoggedAsync(bool callBack = false)
    {
        var person = await office.RegisterAsync(new NewPerson { Family = "Таирова", Given = "Бурмакан" });
        await using var hers = await office.AsAsync(office.Caseworker);
        var logged = await hers.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input
            {
                Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Language = "ky", Topics = ["pension"], Country = "RU", City = "Bishkek by the bazaar", Advice = Said,
                Next = callBack ? NextStep.CallBack : NextStep.Nothing, CallBackOn = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(3),
            },
            hers.Actor, Cancel);
        logged.Error.ShouldBeNull();
        return (person, logged.Value);
    }

    private async Task RestrictAsync(PersonId person, Turna.Kernel.TeamId team)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        (await hers.Get<SetAccess>().HandleAsync(person, PersonSensitivity.Restricted, team, hers.Actor, Cancel)).Error.ShouldBeNull();
    }

    private async Task<int> LeavesAsync(ConsultationId consultation)
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        return (await hers.Get<AuditLedger>().AboutAsync(consultation.Value, [.. office.Members.Select(m => m.Id)], 99, Cancel)).Count;
    }
}
