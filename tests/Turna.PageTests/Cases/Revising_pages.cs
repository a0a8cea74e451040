using System.Net;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Ledger;
using Turna.PageTests.People;
using Turna.Testing;
using Turna.Vault;

namespace Turna.PageTests.Cases;

/// <summary>What happened in a case is corrected, and who may know of it is changed, by whoever is responsible and the supervisor.</summary>
public sealed class Revising_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happened_is_corrected_and_what_stood_there_stays_in_the_timeline()
    {
        var matter = await OpenAsync(office.Caseworker, office.LegalTeam);
        using var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync($"/cases/{matter}/story");

        var corrected = await form.PressAsync("Save", ("Input.Reason", "Three months without pay."));
        var again = await form.PressAsync("Save", ("Input.Reason", "Three months without pay."));

        corrected.Path.ShouldBe($"/cases/{matter}");
        corrected.Document.QuerySelector(".t-story")!.TextContent.ShouldBe("Three months without pay.");
        var timeline = again.Document.QuerySelector(".moj-timeline")!.TextContent;
        timeline.ShouldContain("What happened was corrected");
        timeline.ShouldContain("Two months without pay.");
        again.Document.QuerySelectorAll(".moj-timeline__title").Count(t => t.TextContent.Contains("What happened was corrected", StringComparison.Ordinal)).ShouldBe(1);
        (await ActsAsync(matter)).ShouldContain("case.story-corrected");
    }

    [Fact]
    public async Task A_story_is_as_long_as_a_note_and_no_longer_when_it_is_opened_and_when_it_is_corrected()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Узундукова"));
        var matter = await OpenAsync(office.Caseworker, office.LegalTeam);
        using var browser = await office.SignInAsync(office.Caseworker);
        var endless = new string('а', 20_001);

        var opened = await (await browser.GetAsync($"/cases/new?person={person}")).PressAsync("Open the case", ("Input.Type", "Other"), ("Input.Reason", endless));
        var corrected = await (await browser.GetAsync($"/cases/{matter}/story")).PressAsync("Save", ("Input.Reason", endless));
        var empty = await (await browser.GetAsync($"/cases/{matter}/story")).PressAsync("Save", ("Input.Reason", " "));

        opened.Status.ShouldBe(HttpStatusCode.BadRequest);
        opened.Errors.ShouldBe(["Write it in 20,000 characters or fewer"]);
        corrected.Errors.ShouldBe(["Write it in 20,000 characters or fewer"]);
        corrected.Document.QuerySelector("textarea[name='Input.Reason']")!.TextContent.Trim().Length.ShouldBe(20_001);
        empty.Errors.ShouldBe(["Write in a sentence what happened"]);
    }

    [Fact]
    public async Task What_a_colleague_corrected_meanwhile_is_not_overwritten()
    {
        var matter = await OpenAsync(office.Caseworker, office.LegalTeam);
        using var browser = await office.SignInAsync(office.Caseworker);
        using var supervisor = await office.SignInAsync(office.Supervisor);
        var form = await browser.GetAsync($"/cases/{matter}/story");
        await (await supervisor.GetAsync($"/cases/{matter}/story")).PressAsync("Save", ("Input.Reason", "The supervisor's words."));

        var refused = await form.PressAsync("Save", ("Input.Reason", "The caseworker's words."));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("The supervisor's words.");
        refused.Html.ShouldContain("The caseworker&#x27;s words.");
        (await refused.PressAsync("Save")).Document.QuerySelector(".t-story")!.TextContent.ShouldBe("The caseworker's words.");
    }

    [Fact]
    public async Task A_colleague_who_is_not_responsible_revises_nothing()
    {
        var matter = await OpenAsync(office.Caseworker, office.LegalTeam);
        using var browser = await office.SignInAsync(office.Colleague);

        foreach (var page in (string[])["story", "access"])
        {
            (await browser.GetAsync($"/cases/{matter}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.PostAsync($"/cases/{matter}/{page}", ("Input.Reason", "Mine"), ("Input.To", "Restricted"), ("Input.Because", "Mine"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync($"/cases/{Guid.NewGuid()}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await browser.GetAsync($"/cases/{matter}")).Html.ShouldNotContain($"/cases/{matter}/story");
    }

    [Fact]
    public async Task Whoever_is_responsible_marks_a_case_as_delicate_and_only_a_supervisor_takes_that_back()
    {
        var matter = await OpenAsync(office.Caseworker, office.LegalTeam);
        using var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync($"/cases/{matter}/access");
        (await form.PressAsync("Save")).Errors.ShouldBe(["Choose who may know of it", "Write the reason in 500 characters or fewer"]);

        var marked = await form.PressAsync("Save", ("Input.To", "Restricted"), ("Input.Because", "It is about violence."));
        marked.Document.QuerySelector(".moj-timeline")!.TextContent.ShouldContain("It is about violence.");
        marked.Text.ShouldContain("Marked as delicate");
        (await browser.GetAsync($"/cases/{matter}/access")).Document.QuerySelector("input[value=Standard]").ShouldBeNull();
        (await (await browser.GetAsync($"/cases/{matter}/access")).PressAsync("Save", ("Input.To", "Standard"), ("Input.Because", "No more."))).Errors
            .ShouldBe(["Only a supervisor of the team opens a case to more colleagues"]);

        using var supervisor = await office.SignInAsync(office.Supervisor);
        var opened = await (await supervisor.GetAsync($"/cases/{matter}/access")).PressAsync("Save", ("Input.To", "Standard"), ("Input.Because", "It was another case."));

        opened.Path.ShouldBe($"/cases/{matter}?tab=team");
        opened.Text.ShouldContain("Opened to the team, not marked as delicate");
        (await ActsAsync(matter)).Count(a => a == "case.reach-changed").ShouldBe(2);
    }

    [Fact]
    public async Task A_protected_case_is_gone_at_once_for_all_but_those_named_with_its_counts()
    {
        var matter = await OpenAsync(office.OtherTeam, office.ProtectionTeam, task: true);
        using var keeper = await office.SignInAsync(office.OtherTeam);
        using var supervisor = await office.SignInAsync(office.ProtectionSupervisor);
        using var named = await office.SignInAsync(office.Protection);
        (await supervisor.GetAsync($"/load/{office.ProtectionTeam}?which=cases&member={office.OtherTeam.Id}")).Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        (await keeper.GetAsync("/work")).Html.ShouldContain("Write to the employer");
        var form = await keeper.GetAsync($"/cases/{matter}/access");
        form.Text.ShouldContain("After saving you will no longer find it.");
        (await form.PressAsync("Save", ("Input.To", "Protected"), ("Input.Named", office.Protection.Id.ToString()), ("Input.Because", "Threats."))).Errors
            .ShouldBe(["Name at least two colleagues, so that one departure loses nothing"]);
        (await PressAsync(form, ("Input.Because", "Threats."))).Errors.ShouldBe(["Whoever is responsible must be named in a protected case"]);

        var gone = await PressAsync(form, ("Input.Because", "Threats."), ("Input.Responsible", office.Protection.Id.ToString()));

        gone.Path.ShouldBe("/cases?gone=named");
        gone.Text.ShouldContain("The case is for those named in it alone now.");
        foreach (var browser in new[] { keeper, supervisor })
        {
            (await browser.GetAsync($"/cases/{matter}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync("/cases?which=team")).Html.ShouldNotContain(matter.ToString());
            (await browser.GetAsync("/work")).Html.ShouldNotContain("Write to the employer");
        }

        (await supervisor.GetAsync($"/load/{office.ProtectionTeam}?which=cases")).Html.ShouldNotContain(matter.ToString());
        (await supervisor.GetAsync("/work")).Document.QuerySelectorAll($"main a[href*='{office.OtherTeam.Id}']").ShouldBeEmpty();
        var page = await named.GetAsync($"/cases/{matter}");
        page.Text.ShouldContain("Two months without pay.");
        page.Text.ShouldContain("Threats.");
        (await named.GetAsync("/work")).Html.ShouldContain("Write to the employer");
        await using var scope = await office.AsAsync(office.Protection);
        (await scope.Get<KeyVault>().HoldersAsync(new SubjectId(matter.Value), Cancel)).ShouldBe([office.Protection.Id.Value, office.ProtectionColleague.Id.Value], ignoreOrder: true);
        (await FactsAsync(matter)).ShouldAllBe(f => f.Guarded);

        Task<TestPage> PressAsync(TestPage on, params (string, string)[] more) => on.PressAsync(
            "Save", [("Input.To", "Protected"), ("Input.Named", office.Protection.Id.ToString()), ("Input.Named", office.ProtectionColleague.Id.ToString()), .. more]);
    }

    [Fact]
    public async Task A_supervisor_who_is_named_opens_a_protected_case_to_the_team_again()
    {
        var matter = await OpenAsync(office.OtherTeam, office.ProtectionTeam);
        using var supervisor = await office.SignInAsync(office.ProtectionSupervisor);
        using var named = await office.SignInAsync(office.Protection);
        var hidden = await (await supervisor.GetAsync($"/cases/{matter}/access")).PressAsync(
            "Save", ("Input.To", "Protected"), ("Input.Named", office.Protection.Id.ToString()), ("Input.Responsible", office.Protection.Id.ToString()), ("Input.Because", "Threats."));
        hidden.Path.ShouldBe($"/cases/{matter}?tab=team");
        (await (await named.GetAsync($"/cases/{matter}/access")).PressAsync("Save", ("Input.To", "Restricted"), ("Input.Because", "Over."))).Status.ShouldBe(HttpStatusCode.BadRequest);

        await (await supervisor.GetAsync($"/cases/{matter}/access")).PressAsync("Save", ("Input.To", "Restricted"), ("Input.Because", "Over."));

        using var caseworker = await office.SignInAsync(office.OtherTeam);
        (await caseworker.GetAsync($"/cases/{matter}")).Text.ShouldContain("Two months without pay.");
        await using var scope = await office.AsAsync(office.Protection);
        (await scope.Get<KeyVault>().HoldersAsync(new SubjectId(matter.Value), Cancel)).ShouldBe([office.ProtectionTeam.Value]);
        (await FactsAsync(matter)).ShouldAllBe(f => !f.Guarded);
    }

    [Fact]
    public async Task A_form_opened_earlier_does_not_open_a_case_that_was_protected_meanwhile()
    {
        var matter = await OpenAsync(office.OtherTeam, office.ProtectionTeam);
        using var supervisor = await office.SignInAsync(office.ProtectionSupervisor);
        await (await supervisor.GetAsync($"/cases/{matter}/access")).PressAsync("Save", ("Input.To", "Restricted"), ("Input.Because", "Violence."));
        var earlier = await supervisor.GetAsync($"/cases/{matter}/access");
        await (await supervisor.GetAsync($"/cases/{matter}/access")).PressAsync(
            "Save", ("Input.To", "Protected"), ("Input.Named", office.Protection.Id.ToString()), ("Input.Responsible", office.Protection.Id.ToString()), ("Input.Because", "Threats."));

        var refused = await earlier.PressAsync("Save", ("Input.To", "Standard"), ("Input.Because", "Over."));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("As it stands: Named colleagues only");
        refused.Document.QuerySelector("input[name='Input.To'][checked]").ShouldBeNull();
        refused.Document.QuerySelector("textarea[name='Input.Because']")!.TextContent.Trim().ShouldBe("Over.");
        (await FactsAsync(matter)).ShouldAllBe(f => f.Guarded);
        (await refused.PressAsync("Save", ("Input.To", "Standard"))).Path.ShouldBe($"/cases/{matter}?tab=team");
        (await FactsAsync(matter)).ShouldAllBe(f => !f.Guarded);
    }

    [Fact]
    public async Task A_supervisor_closes_a_case_away_from_whoever_is_responsible_and_the_handing_over_is_on_record()
    {
        var matter = await OpenAsync(office.Protection, office.ProtectionTeam);
        using var supervisor = await office.SignInAsync(office.ProtectionSupervisor);
        var form = await supervisor.GetAsync($"/cases/{matter}/access");
        (string, string)[] choice = [("Input.To", "Protected"), ("Input.Named", office.ProtectionColleague.Id.ToString()), ("Input.Because", "The employer is family.")];
        (await form.PressAsync("Save", choice)).Errors.ShouldBe(["Whoever is responsible must be named in a protected case"]);
        form.Document.QuerySelector("select[name='Input.Responsible']").ShouldNotBeNull();

        (await form.PressAsync("Save", [.. choice, ("Input.Responsible", office.ProtectionColleague.Id.ToString())])).Path.ShouldBe($"/cases/{matter}?tab=team");

        using var before = await office.SignInAsync(office.Protection);
        (await before.GetAsync($"/cases/{matter}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ActsAsync(matter, office.ProtectionSupervisor)).ShouldContain("case.handed-over");
    }

    [Fact]
    public async Task Whoever_is_responsible_and_may_be_named_does_not_hand_the_case_over_by_closing_it()
    {
        var matter = await OpenAsync(office.Protection, office.ProtectionTeam);
        using var browser = await office.SignInAsync(office.Protection);
        var form = await browser.GetAsync($"/cases/{matter}/access");
        form.Document.QuerySelector("select[name='Input.Responsible']").ShouldBeNull();
        (string, string)[] choice = [("Input.To", "Protected"), ("Input.Named", office.ProtectionColleague.Id.ToString()), ("Input.Because", "Threats.")];

        (await form.PressAsync("Save", [.. choice, ("Input.Responsible", office.ProtectionColleague.Id.ToString())])).Errors.ShouldBe(["Only a supervisor of the team hands the case over"]);

        (await (await browser.GetAsync($"/cases/{matter}/access")).PressAsync("Save", choice)).Path.ShouldBe($"/cases/{matter}?tab=team");
        (await ActsAsync(matter, office.ProtectionSupervisor)).ShouldNotContain("case.handed-over");
    }

    [Fact]
    public async Task Where_a_team_has_too_few_guards_the_choice_is_not_offered_and_the_page_says_why()
    {
        using var caseworker = await office.SignInAsync(office.Caseworker);
        using var protection = await office.SignInAsync(office.Protection);

        var few = await caseworker.GetAsync($"/cases/{await OpenAsync(office.Caseworker, office.LegalTeam)}/access");
        var enough = await protection.GetAsync($"/cases/{await OpenAsync(office.Protection, office.ProtectionTeam)}/access");

        few.Document.QuerySelector("input[name='Input.To'][value='Protected']").ShouldBeNull();
        few.Text.ShouldContain("needs two of the team’s protection staff and supervisors");
        enough.Document.QuerySelector("input[name='Input.To'][value='Protected']").ShouldNotBeNull();
        enough.Text.ShouldNotContain("needs two of the team’s");
    }

    [Fact]
    public async Task A_colleague_who_cannot_be_read_is_not_left_out_unsaid()
    {
        var matter = await OpenAsync(office.Protection, office.ProtectionTeam);
        using var browser = await office.SignInAsync(office.Protection);

        var refused = await (await browser.GetAsync($"/cases/{matter}/access")).PressAsync(
            "Save", ("Input.To", "Protected"), ("Input.Named", office.ProtectionColleague.Id.ToString()), ("Input.Named", "somebody"), ("Input.Because", "Threats."));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.Count.ShouldBe(1);
        refused.Document.QuerySelector("[id='Input.Named-error'], [id='Input_Named-error']").ShouldNotBeNull();
        (await FactsAsync(matter)).ShouldAllBe(f => !f.Guarded);
    }

    [Fact]
    public async Task Whoever_finds_a_case_no_more_is_told_by_what_was_done()
    {
        using var browser = await office.SignInAsync(office.Supervisor);

        (await browser.GetAsync("/cases?gone=team")).Text.ShouldContain("The team may know of the case now.");
        (await browser.GetAsync("/cases?gone=named")).Text.ShouldContain("The case is for those named in it alone now.");
    }

    private async Task<CaseId> OpenAsync(TestMember by, TeamId team, bool task = false)
    {
        var person = await office.RegisterAsync(Persons.Somebody("Өзгөртмөева"), by);
        await using var hers = await office.AsAsync(by);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = team, Type = CaseType.UnpaidWages, Reason = "Two months without pay." }, hers.Actor, Cancel);
        opened.Error.ShouldBeNull();
        var due = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(1);
        if (task) (await hers.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), opened.Value, "Write to the employer", due, null), hers.Actor, Cancel)).Error.ShouldBeNull();
        return opened.Value;
    }

    private async Task<IReadOnlyList<string>> ActsAsync(CaseId matter, TestMember? by = null)
    {
        var reader = by ?? office.Supervisor;
        await using var hers = await office.AsAsync(reader);
        return [.. (await hers.Get<AuditLedger>().AboutAsync(matter.Value, [reader.Id], 99, Cancel)).Select(e => e.Act)];
    }

    private async Task<List<FactRow>> FactsAsync(CaseId matter)
    {
        await using var hers = await office.AsAsync(office.Protection);
        var token = hers.Get<KeyVault>().FactToken(matter.Value);
        var facts = await hers.Get<TurnaDb>().Set<FactRow>().AsNoTracking().Where(f => f.Record == token).ToListAsync(Cancel);
        facts.ShouldNotBeEmpty();
        return facts;
    }
}
