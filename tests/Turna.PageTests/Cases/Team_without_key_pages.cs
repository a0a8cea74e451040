using System.Net;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>A member of two teams who has not been given the key of the second yet: nothing goes there that she could not read again.</summary>
public sealed class Team_without_key_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string NoKey = "You have not been given the key of this team yet. Choose another team, or ask a colleague who has it";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_teams_whose_key_she_holds_are_offered()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Ачкычбаева"));
        using var browser = await EnterAsync();

        foreach (var page in new[] { "/consultations/new", $"/cases/new?person={person}", "/registers/new", "/people/new" })
        {
            var form = await browser.GetAsync(page);

            form.Status.ShouldBe(HttpStatusCode.OK, page);
            form.Document.QuerySelectorAll("main form option, main form input").Select(o => o.GetAttribute("value")).ShouldNotContain(office.ProtectionTeam.ToString(), page);
        }
    }

    [Fact]
    public async Task A_consultation_for_a_team_whose_key_she_lacks_is_refused_and_not_saved()
    {
        using var browser = await EnterAsync();
        var form = await browser.GetAsync("/consultations/new");
        var id = Guid.Parse(form.Form().QuerySelector("input[name='Input.Id']")!.GetAttribute("value")!);

        var refused = await form.SubmitAsync(
            ("Input.Caller", nameof(Caller.Anonymous)), ("Input.Topics", "wages"), ("Input.Advice", "Wait for the answer."), ("Input.Team", office.ProtectionTeam.ToString()));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe([NoKey]);
        refused.Document.QuerySelector("select[name='Input.Team']")!.ClassList.ShouldContain("govuk-select--error");
        refused.Text.ShouldContain("Wait for the answer.");
        (await IsSavedAsync(new ConsultationId(id))).ShouldBeFalse();
        var saved = await refused.SubmitAsync(("Input.Team", office.LegalTeam.ToString()));
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Text.ShouldContain("The consultation is saved.");
    }

    [Fact]
    public async Task A_case_a_register_and_a_restricted_person_are_refused_there_too()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Кулпубаева"));
        using var browser = await EnterAsync();
        var protection = office.ProtectionTeam.ToString();

        var matter = await (await browser.GetAsync($"/cases/new?person={person}")).SubmitAsync(("Input.Type", nameof(CaseType.Pension)), ("Input.Reason", "Years of service."), ("Input.Team", protection));
        var her = await (await browser.GetAsync("/people/new")).SubmitAsync(
            ("Input.Family", "Жабыкова"), ("Input.Given", "Асыл"), ("Input.Restricted", "true"), ("Input.Team", protection));

        matter.Errors.ShouldBe([NoKey]);
        her.Errors.ShouldBe([NoKey]);
    }

    [Fact]
    public async Task Her_work_and_the_lists_say_which_key_she_lacks_and_who_can_pass_it()
    {
        await LogElsewhereAsync();
        using var browser = await EnterAsync();

        foreach (var page in new[] { "/work", "/consultations", "/cases", "/consultations/new" })
        {
            var text = (await browser.GetAsync(page)).Text;

            text.ShouldContain("You cannot open the records of Protection team", Shouldly.Case.Sensitive, page);
            text.ShouldContain(office.ProtectionSupervisor.Name, Shouldly.Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task A_list_counts_what_it_shows()
    {
        await LogElsewhereAsync();
        using var browser = await EnterAsync();

        var list = await browser.GetAsync("/consultations");

        var shown = list.Document.QuerySelectorAll("main tbody tr").Length;
        list.Text.ShouldContain(shown == 1 ? "One consultation." : $"{shown} consultations.");
    }

    [Fact]
    public async Task Nothing_is_given_to_a_colleague_who_could_not_open_it()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Тапшырова"), office.ProtectionSupervisor);
        await EnterAsync();
        await using var hers = await office.AsAsync(office.ProtectionSupervisor);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.ProtectionTeam, Type = CaseType.Pension, Reason = "Years of service." }, hers.Actor, Cancel);

        var handed = await hers.Get<HandOver>().HandleAsync(new HandOver.Input(opened.Value, null, null, office.Caseworker.Id), hers.Actor, Cancel);
        var page = await (await office.SignInAsync(office.ProtectionSupervisor)).GetAsync($"/handover/{office.ProtectionTeam}/{office.ProtectionSupervisor.Id}");

        handed.Error.ShouldBeOfType<Error.Invalid>().Fields.ShouldHaveSingleItem().Text.ShouldBe("She has not been given the key of this team yet and could not open it");
        page.Document.QuerySelectorAll("option").Select(o => o.GetAttribute("value")).ShouldNotContain(office.Caseworker.Id.ToString());
    }

    /// <summary>She has been given a role in a second team; nobody has passed her its key.</summary>
    private async Task<TestBrowser> EnterAsync()
    {
        await using (var scope = await office.AsAsync(office.Caseworker))
        {
            if (!scope.Actor.BelongsTo(office.ProtectionTeam))
            {
                using var administrator = await office.SignInAsync(office.Administrator);
                await (await administrator.GetAsync($"/members/{office.Caseworker.Id}")).PressAsync(
                    "Give this role", ("NewRole.Role", nameof(Role.Caseworker)), ("NewRole.Team", office.ProtectionTeam.ToString()));
            }
        }

        return await office.SignInAsync(office.Caseworker);
    }

    private async Task<bool> IsSavedAsync(ConsultationId id)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return await hers.Get<TurnaDb>().Set<Consultation>().AnyAsync(c => c.Id == id, Cancel);
    }

    private async Task LogElsewhereAsync()
    {
        await using var theirs = await office.AsAsync(office.OtherTeam);
        var logged = await theirs.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input { Id = ConsultationId.New(), Team = office.ProtectionTeam, Channel = "phone", Language = "ky", Topics = ["wages"], Country = "RU", Asker = Asker.Anonymous }, theirs.Actor, Cancel);
        logged.Error.ShouldBeNull();
    }
}
