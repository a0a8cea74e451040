using System.Net;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Every number of a team's load leads to the list behind it, which is as long as the number says.</summary>
public sealed class Load_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_of_the_load_leads_to_a_list_as_long_as_it_says()
    {
        await WorkAsync(office.Caseworker, office.LegalTeam, "Жүктөмбаева", Sensitivity.Restricted, 2);
        office.Clock.Pass(TimeSpan.FromDays(3));
        await WorkAsync(office.Caseworker, office.LegalTeam, "Тапшырмаева", Sensitivity.Standard, 1);
        using var browser = await office.SignInAsync(office.Supervisor);
        var work = await browser.GetAsync("/work");
        var numbers = work.Document.QuerySelectorAll("main td a[href^='/load/']").ToList();
        numbers.Select(n => n.TextContent.Trim()).ShouldBe(["2", "2", "1"]);

        foreach (var number in numbers)
        {
            var list = await browser.GetAsync(number.GetAttribute("href")!);

            list.Status.ShouldBe(HttpStatusCode.OK);
            list.Heading.ShouldContain(office.Caseworker.Name);
            list.Document.Title!.ShouldNotContain(office.Caseworker.Name);
            list.Document.QuerySelectorAll("main tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(number.TextContent.Trim());
            list.Text.ShouldMatch("Жүктөмбаева|Тапшырмаева");
            list.Document.QuerySelectorAll("main tbody a[href^='/cases/']").ShouldNotBeEmpty();
        }

        var late = await browser.GetAsync(numbers.Single(n => n.GetAttribute("href")!.Contains("overdue", StringComparison.Ordinal)).GetAttribute("href")!);
        late.Text.ShouldContain("Write to the employer");
        late.Text.ShouldContain("2 days late");
        var whole = await browser.GetAsync(late.Document.QuerySelector("main p a[href^='/load/']")!.GetAttribute("href")!);
        whole.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_protected_case_is_in_the_number_and_the_list_of_whoever_is_named_in_it_alone()
    {
        await WorkAsync(office.Protection, office.ProtectionTeam, "Жашыруунова", Sensitivity.Protected, 1, office.ProtectionColleague);
        office.Clock.Pass(TimeSpan.FromDays(3));
        using var browser = await office.SignInAsync(office.ProtectionSupervisor);

        var work = await browser.GetAsync("/work");

        work.Document.QuerySelectorAll($"main a[href*='{office.Protection.Id}']").ShouldBeEmpty();
        foreach (var part in new[] { "overdue", "week", "cases" })
            (await browser.GetAsync($"/load/{office.ProtectionTeam}?which={part}&member={office.Protection.Id}")).Document.QuerySelectorAll("main tbody tr").ShouldBeEmpty(part);
    }

    [Fact]
    public async Task Nobody_but_a_supervisor_of_the_team_sees_its_load()
    {
        var address = $"/load/{office.LegalTeam}?which=cases";
        foreach (var member in new[] { office.Caseworker, office.ProtectionSupervisor, office.Administrator, office.Elsewhere })
        {
            using var browser = await office.SignInAsync(member);
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }

        using var supervisor = await office.SignInAsync(office.Supervisor);
        (await supervisor.GetAsync($"{address}&member={office.Elsewhere.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.GetAsync($"/load/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task WorkAsync(TestMember by, TeamId team, string family, Sensitivity sensitivity, int tasks, params TestMember[] named)
    {
        var person = await office.RegisterAsync(Persons.Somebody(family), by);
        await using var hers = await office.AsAsync(by);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = team, Type = CaseType.UnpaidWages, Sensitivity = sensitivity, Named = [.. named.Select(n => n.Id)], Reason = "Two months without pay." }, hers.Actor, Cancel);
        opened.Error.ShouldBeNull();
        var due = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(1);
        for (var i = 0; i < tasks; i++)
            (await hers.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), opened.Value, "Write to the employer", due, null), hers.Actor, Cancel)).Error.ShouldBeNull();
    }
}
