using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.BringingIn;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>What was altered in the database past Turna is shown to nobody, takes nothing else down with it, and is on record.</summary>
public sealed class Broken_seal_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string InItsPlace = "Changed outside of Turna and not shown";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_goes_round_them()
    {
        var (whole, broken) = (await office.RegisterAsync(Persons.Somebody("Токомбаева")), await office.RegisterAsync(Persons.Somebody("Жунушалиева")));
        var (good, bad) = (await LogAsync(whole, "Write to the inspectorate."), await LogAsync(broken, "Wait for an answer."));
        var before = await FoundAsync();
        await BreakAsync("cases_consultation", "content", bad.Value);

        var browser = await office.SignInAsync(office.Caseworker);
        var list = await browser.GetAsync("/consultations");
        list.Status.ShouldBe(HttpStatusCode.OK);
        list.Text.ShouldContain("Токомбаева");
        list.Text.ShouldContain(InItsPlace);
        (await browser.GetAsync($"/people/{broken}")).Text.ShouldContain(InItsPlace);
        (await browser.GetAsync($"/consultations/{good}")).Text.ShouldContain("Write to the inspectorate.");
        await SaysWhyAsync(browser, $"/consultations/{bad}");
        (await FoundAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_case_and_the_days_work_show_what_is_whole()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Сарыгулова"));
        var (matter, other) = (await OpenAsync(person), await OpenAsync(person));
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);
        Guid broken;
        await using (var hers = await office.AsAsync(office.Caseworker))
        {
            foreach (var text in new[] { "The employer promised to pay.", "He did not pay." })
                (await hers.Get<WriteNote>().HandleAsync(new WriteNote.Input(matter, text), hers.Actor, Cancel)).Error.ShouldBeNull();
            foreach (var text in new[] { "Ring the employer", "Ring the inspectorate" })
                (await hers.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), matter, text, today, office.Caseworker.Id), hers.Actor, Cancel)).Error.ShouldBeNull();
            broken = await hers.Get<TurnaDb>().Set<Entry>().Where(e => e.Case == matter && e.Kind == EntryKind.Note).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Id).FirstAsync(Cancel);
            var task = await hers.Get<TurnaDb>().Set<WorkTask>().Where(t => t.Case == matter).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Select(t => t.Id).FirstAsync(Cancel);
            await BreakAsync("cases_task", "text", task.Value);
        }

        await BreakAsync("cases_entry", "text", broken);
        await BreakAsync("cases_case", "content", other.Value);

        var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync($"/cases/{matter}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("He did not pay.");
        page.Text.ShouldNotContain("The employer promised to pay.");
        page.Text.ShouldContain(InItsPlace);
        var work = await browser.GetAsync("/work");
        work.Text.ShouldContain("Ring the inspectorate");
        work.Text.ShouldContain(InItsPlace);
        (await browser.GetAsync("/cases?which=team")).Text.ShouldContain(InItsPlace);
        await SaysWhyAsync(browser, $"/cases/{other}");
    }

    [Fact]
    public async Task A_person_is_found_beside_one_who_cannot_be_opened()
    {
        var (whole, broken) = (await office.RegisterAsync(Persons.Somebody("Качкынбаева")), await office.RegisterAsync(Persons.Somebody("Качкынбаева")));
        await BreakAsync("people_person", "identity", broken.Value);

        var browser = await office.SignInAsync(office.Caseworker);
        var found = await browser.PostAsync("/people/suggest", ("query", "качкынбаева айпери"));
        found.Html.ShouldContain($"{whole}");
        found.Html.ShouldNotContain($"{broken}");
        await SaysWhyAsync(browser, $"/people/{broken}");
    }

    [Fact]
    public async Task A_register_on_its_way_in_stands_beside_one_whose_file_cannot_be_opened()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var (whole, broken) = (await StageAsync(browser, "whole.csv"), await StageAsync(browser, "broken.csv"));
        Guid layout;
        await using (var hers = await office.AsAsync(office.Supervisor))
            layout = await hers.Get<TurnaDb>().Set<ImportPart>().Where(p => p.Import == new ImportId(broken) && p.Kind == PartKind.Layout).Select(p => p.Id).SingleAsync(Cancel);
        await BreakAsync("cases_import_part", "content", layout);
        var before = await FoundAsync();

        var list = await browser.GetAsync("/registers");

        list.Status.ShouldBe(HttpStatusCode.OK);
        File(list, whole).ShouldBe("whole.csv");
        File(list, broken).ShouldBe("—");
        (await FoundAsync()).ShouldBe(before + 1);

        static string File(TestPage page, Guid register) => page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href='/registers/{register}']") is not null).QuerySelector("td")!.TextContent;

        static async Task<Guid> StageAsync(TestBrowser browser, string name) => Guid.Parse((await (await browser.GetAsync("/registers/new")).UploadAsync(
            "Upload", name, "Дата обращения;ФИО;Вопрос\n15.05.2021;Ойлонова Гүлүм;забрали паспорт\n"u8.ToArray())).Path.Split('/')[2]);
    }

    private static async Task SaysWhyAsync(TestBrowser browser, string address)
    {
        var refused = await browser.GetAsync(address);
        refused.Status.ShouldBe(HttpStatusCode.InternalServerError);
        refused.Text.ShouldContain("This record was changed outside of Turna");
    }

    private async Task<CaseId> OpenAsync(PersonId person)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.LegalTeam, Type = CaseType.UnpaidWages, Reason = "Two months without pay." }, hers.Actor, Cancel);
        opened.Error.ShouldBeNull();
        return opened.Value;
    }

    private async Task<ConsultationId> LogAsync(PersonId person, string advice)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var logged = await hers.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input
            {
                Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Language = "ky", Topics = ["wages"], Advice = advice, Country = "RU", Next = NextStep.Nothing,
            },
            hers.Actor, Cancel);
        logged.Error.ShouldBeNull();
        return logged.Value;
    }

    // The last byte of what is sealed is another one.
    private async Task BreakAsync(string table, string column, Guid row)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().CreateForUpkeep();
#pragma warning disable EF1002 // The names are those of this class.
        var standing = (await db.Database.SqlQueryRaw<byte[]>($"SELECT {column} AS \"Value\" FROM {table} WHERE id = {{0}}", row).ToListAsync(Cancel)).Single();
        standing[^1] ^= 1;
        (await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {column} = {{0}} WHERE id = {{1}}", [standing, row], Cancel)).ShouldBe(1);
#pragma warning restore EF1002
    }

    private async Task<int> FoundAsync()
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM ledger_leaf WHERE act = {"ledger.row-altered"}").SingleAsync(Cancel);
    }
}
