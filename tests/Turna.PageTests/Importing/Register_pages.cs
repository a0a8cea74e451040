using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.BringingIn;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.PageTests.Design;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Importing;

public sealed class Register_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Headings = "Дата обращения;ФИО;Телефон;Пол;Год рождения;Страна;Вопрос;Примечание";

    private static readonly string[] Pages = ["/registers", "/registers/new"];

    [Fact]
    public async Task Those_without_the_right_find_nothing()
    {
        var id = await StageAsync(await office.SignInAsync(office.Supervisor), Csv("15.05.2023;Абдыраева Роза;;ж;1988;Россия;пенсия;"));
        string[] all = [.. Pages, $"/registers/{id}", $"/registers/{id}/columns", $"/registers/{id}/people", $"/registers/{id}/rows", $"/registers/{id}/report.csv", $"/registers/{id}/report.json"];
        foreach (var member in new[] { office.FrontDesk, office.Analyst, office.Administrator })
        {
            var browser = await office.SignInAsync(member);
            foreach (var page in all) (await browser.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, $"{member.SignInName} {page}");
        }

        foreach (var member in new[] { office.Protection, office.OtherTeam, office.ProtectionSupervisor, office.Elsewhere })
        {
            var browser = await office.SignInAsync(member);
            foreach (var page in all.Except(Pages)) (await browser.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, $"{member.SignInName} {page}");
            (await browser.PostAsync($"/registers/{id}/columns", ("Fields[0]", "Date"))).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
            foreach (var handler in new[] { "Publish", "Cancel", "Destroy", "Day" })
                (await browser.PostAsync($"/registers/{id}?handler={handler}", ("Dayless.Day", "1"), ("Dayless.Month", "5"), ("Dayless.Year", "2023"))).Status.ShouldBe(HttpStatusCode.NotFound, $"{member.SignInName} {handler}");
            (await browser.PostAsync($"/registers/{id}?handler=Bulk", ("bulk", "JoinAll"))).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/columns")]
    [InlineData("/people")]
    [InlineData("/rows")]
    [InlineData("/report.csv")]
    [InlineData("/report.json")]
    public async Task What_is_missing_is_not_found(string page)
    {
        var browser = await office.SignInAsync(office.Supervisor);
        (await browser.GetAsync($"/registers/{Guid.CreateVersion7()}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("%PDF-1.7", "this is a PDF document, not a table; save the register as XLSX or CSV")]
    [InlineData("just words", "the file has no row of headings that names a day, a person or a question; it was left out")]
    [InlineData(Headings, "the register has headings but no rows")]
    public async Task A_file_that_is_no_register_is_refused_with_its_reason(string content, string why)
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var answer = await UploadAsync(browser, Encoding.UTF8.GetBytes(content), "register.xlsx");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldBe(content.Length == 0 ? "Choose the file with the register" : why);
    }

    [Fact]
    public async Task No_file_and_too_large_a_file_are_refused()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var none = await (await browser.GetAsync("/registers/new")).SubmitOnlyAsync(null);
        none.Status.ShouldBe(HttpStatusCode.BadRequest);
        none.Errors.ShouldBe(["Choose the file with the register"]);
        (await UploadAsync(browser, new byte[StageFile.Largest + 1], "register.csv")).Errors.ShouldBe(["The file is larger than 24 MB. Split it by year or month"]);
    }

    [Fact]
    public async Task What_is_missing_of_the_upload_is_named_at_once()
    {
        var page = await (await office.SignInAsync(office.Administrator)).GetAsync($"/members/{office.Colleague.Id}");
        await page.PressAsync("Give this role", ("NewRole.Role", nameof(Role.Caseworker)), ("NewRole.Team", office.ProtectionTeam.ToString()));
        await (await (await office.SignInAsync(office.ProtectionSupervisor)).GetAsync("/keys")).PressAsync("admit");
        var browser = await office.SignInAsync(office.Colleague);

        var answer = await (await browser.GetAsync("/registers/new")).SubmitOnlyAsync("Seal and read");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe(["Choose the file with the register", "Choose the team whose register it is"]);
    }

    [Fact]
    public async Task What_was_read_of_a_remark_and_a_name_is_said_in_words()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("16.05.2019;Байышова Нурайым;;;1988;Россия;пенсия;күйөөсүнө айтпагыла"), "register-words.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        var rows = await browser.GetAsync($"{preview.Path}/rows?which=doubtful");
        rows.Text.ShouldContain("Must not learn of it: the husband — «күйөөсүнө айтпагыла»");
        rows.Text.ShouldContain("female by the form of the name");
    }

    [Fact]
    public async Task Rows_understood_for_certain_rules_and_rows_without_a_day_are_shown()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv(
            "15.05.2019;Токтосунова Айжаркын;+996555910041;ж;1988;Россия;не выплатили зарплату;не звонить после 20.00",
            ";Токтосунова Айжаркын;+996555910041;ж;1988;Россия;забрали паспорт;",
            "01.01.9999;Токтосунова Айжаркын;+996555910041;ж;1988;Россия;увольнение;"), "register-sure.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        preview.Text.ShouldContain("Consultations to enter: 1.");
        preview.Text.ShouldContain("The file has 4 rows.");
        preview.Text.ShouldContain("Of these, without a day 2, not entered");
        Counts(preview).ShouldBe(4, "every row stands in one line, the headings among them");
        preview.Html.ShouldContain("rows?which=sure");
        var sure = await browser.GetAsync($"{preview.Path}/rows?which=sure");
        sure.Text.ShouldContain("Only until 20:00");
        sure.Text.ShouldContain("не звонить после 20.00");

        var joined = await preview.PressAsync("JoinAll", ("bulk", "JoinAll"));
        var come = await FinishAsync(browser, await joined.PressAsync("Bring it in"));
        come.Text.ShouldContain("One consultation");
        come.Text.ShouldContain("Without a day, in the report only 2");
    }

    // "Of these" repeats rows of the lines above it.
    private static int Counts(TestPage preview) => preview.Document.QuerySelectorAll(".govuk-summary-list__row")
        .Where(row => !row.QuerySelector("dt")!.TextContent.Contains("Of these", StringComparison.Ordinal))
        .Sum(row => int.Parse(row.QuerySelector("dd")!.TextContent, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_register_comes_in_from_page_to_page_and_is_counted_in_its_own_year()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv(
            "15.05.2021;Кенжебаева Уулкан;+996555910001;ж;1988;Россия;не выплатили зарплату;=1+1",
            "6/5/2021;Кенжебаева Уулкан;+996555910001;ж;1988;Россия;забрали паспорт;звонить только после 18:00"), "register.csv");
        columns.Path.ShouldEndWith("/columns");
        columns.Text.ShouldContain("Кенжебаева Уулкан");
        columns.Text.ShouldContain("year of the sheet: 2021");

        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        preview.Text.ShouldContain("Consultations to enter: 2. People named in the rows: 1.");
        preview.Document.QuerySelectorAll("button[disabled]").ShouldBeEmpty();
        preview.Text.ShouldContain("One decision is left before it can come in");
        var rows = await browser.GetAsync($"{preview.Path}/rows?which=doubtful");
        rows.Text.ShouldContain("6/5/2021");
        var who = (await browser.GetAsync($"{preview.Path}/people")).Text;
        who.IndexOf("Only from 18:00", StringComparison.Ordinal).ShouldBeInRange(0, who.IndexOf("+996555910001", StringComparison.Ordinal));
        (await browser.GetAsync($"{preview.Path}/people")).Text.ShouldContain("Is this one person?");

        var joined = await preview.PressAsync("JoinAll", ("bulk", "JoinAll"));
        joined.Text.ShouldContain("Decided");
        var come = await FinishAsync(browser, await joined.PressAsync("Bring it in"));

        come.Text.ShouldContain("The register has come in");
        (await browser.GetAsync("/consultations?Topic=wages")).Text.ShouldContain("Кенжебаева Уулкан");
        var caseworker = await office.SignInAsync(office.Caseworker);
        (await caseworker.GetAsync("/reports?period=2021&by=Topic")).Text.ShouldContain("2 consultations with one person");
        var csv = await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        csv.ShouldStartWith("Row,What became of it,");
        await browser.PostAsync("/language", ("language", "ru"), ("return", "/work"));
        (await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.csv", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldStartWith("Строка;Что с ней стало;");
        await browser.PostAsync("/language", ("language", "en"), ("return", "/work"));
        csv.ShouldContain(": =1+1", customMessage: "the remark stands behind its heading, where no spreadsheet runs it");
        SpreadsheetText.Harmless("=1+1").ShouldBe("'=1+1");
        SpreadsheetText.Harmless("＝1+1").ShouldBe("'＝1+1");
        (await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.json", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("\"outcome\":\"entered\"");

        var unsure = await come.SubmitOnlyAsync("Destroy the report");
        unsure.Errors.ShouldBe(["Confirm that it is to be destroyed: nobody can bring it back."]);
        unsure.Html.ShouldContain("report.csv");

        var destroyed = await unsure.PressAsync("Destroy the report", ("Sure", "true"));
        destroyed.Text.ShouldContain("The report is destroyed.");
        destroyed.Html.ShouldNotContain("report.csv");
        (await browser.GetAsync($"{come.Path}/report.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_forms_twice_bring_it_in_once()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2020;Орозалиева Чынар;;ж;1979;Казахстан;гражданство;"), "register.csv");
        await columns.PressAsync("Read the rows");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));

        var first = await preview.PressAsync("Bring it in");
        await FinishAsync(browser, first);
        await preview.PressAsync("Bring it in");
        var come = await FinishAsync(browser, await browser.GetAsync(preview.Path));

        come.Text.ShouldContain("One consultation");
        (await (await office.SignInAsync(office.Caseworker)).GetAsync("/reports?period=2020&by=Topic")).Text.ShouldContain("one consultation with one person");
    }

    [Fact]
    public async Task Columns_need_a_day_and_know_only_the_fields_of_the_list()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2023;Абдиева Нурия;;ж;1988;Россия;пенсия;"), "register.csv");

        var without = await columns.PressAsync("Read the rows", ("Fields[0]", ImportWords.TextOnly));
        without.Status.ShouldBe(HttpStatusCode.BadRequest);
        without.Errors.ShouldBe(["Say which column holds the day of the consultation"]);
        foreach (var wrong in new[] { "", "0", "Everything" })
            (await columns.PressAsync("Read the rows", ("Fields[0]", wrong))).Status.ShouldBe(HttpStatusCode.BadRequest, wrong);
    }

    [Fact]
    public async Task Decisions_that_were_not_offered_are_refused_or_change_nothing()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2023;Сооронова Бурул;+996555910002;ж;1988;Россия;пенсия;", "16.05.2023;Сооронова Бурул;+996555910002;ж;1988;Россия;гражданство;"), "register.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));

        (await browser.PostAsync($"{preview.Path}?handler=Bulk", ("bulk", "Everything"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync($"{preview.Path}?handler=Day", ("Dayless.Day", "31"), ("Dayless.Month", "12"), ("Dayless.Year", "9999"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync($"{preview.Path}/people", ("Known[p1]", "nobody"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await browser.PostAsync($"{preview.Path}/people", ("Known[p1]", Guid.CreateVersion7().ToString()), ("Joined[p77]", "true"));
        (await browser.PostAsync($"{preview.Path}?handler=Publish")).Errors.ShouldBe(["Decide first who is the same person: nothing is joined by itself."]);
    }

    [Fact]
    public async Task A_caseworker_prepares_and_leaves_the_rest_to_a_supervisor()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var columns = await UploadAsync(browser, Csv("15.05.2019;Карабаева Насип;;ж;1988;Россия;пенсия;"), "register.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        preview.Text.ShouldContain("A supervisor of the team brings the register in.");
        (await browser.PostAsync($"{preview.Path}?handler=Publish")).Status.ShouldBe(HttpStatusCode.BadRequest);

        var supervisor = await office.SignInAsync(office.Supervisor);
        var come = await FinishAsync(supervisor, await (await supervisor.GetAsync(preview.Path)).PressAsync("Bring it in"));
        come.Text.ShouldContain("The register has come in");
    }

    [Fact]
    public async Task Given_up_it_leaves_nothing_to_open()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2018;Турсунова Канышай;;ж;1988;Россия;пенсия;"), "register.csv");

        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        foreach (var page in new[] { columns, preview })
        {
            var button = page.Document.QuerySelector("[action$='handler=Cancel'] button")!;
            button.ClassList.ShouldContain("govuk-button--warning", page.Path);
            var fold = button.Closest("details").ShouldNotBeNull(page.Path);
            fold.HasAttribute("open").ShouldBeFalse(page.Path);
            fold.TextContent.ShouldContain("are destroyed for good");
        }

        var gone = await preview.PressAsync("Give it up");

        gone.Text.ShouldContain("Nothing was entered.");
        (await browser.GetAsync($"{gone.Path}/columns")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync($"{gone.Path}?handler=Publish")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_still_to_be_done_stands_before_what_has_come_in_and_what_was_given_up()
    {
        var browser = await office.SignInAsync(office.ProtectionSupervisor);
        var waiting = await FinishAsync(browser, await (await UploadAsync(browser, Csv("15.05.2016;Акматова Сайра;;ж;1988;Россия;пенсия;", "16.05.2016;Акматова Нурай;;ж;1989;Россия;пенсия;"), "Журнал 2016.csv")).PressAsync("Read the rows"));
        var gone = await FinishAsync(browser, await (await UploadAsync(browser, Csv("15.05.2015;Акматова Бүсайра;;ж;1988;Россия;пенсия;"), "register.csv")).PressAsync("Read the rows"));
        await gone.PressAsync("Give it up");
        var come = await FinishAsync(browser, await (await UploadAsync(browser, Csv("15.05.2014;Акматова Гүлсайра;;ж;1988;Россия;пенсия;"), "register.csv")).PressAsync("Read the rows"));
        await FinishAsync(browser, await come.PressAsync("Bring it in"));

        var list = await browser.GetAsync("/registers");

        var (open, over) = (Table(list, "On their way in"), Table(list, "Come in or given up"));
        open.TextContent.ShouldContain(office.ProtectionSupervisor.Name);
        Links(open).First().ShouldBe(waiting.Path, "the newest first, whatever else is on its way");
        Links(open).ShouldNotContain(come.Path);
        Links(over).ShouldBe([come.Path, gone.Path], ignoreOrder: true);
        open.QuerySelectorAll("tbody td.n").Select(cell => cell.TextContent.Trim()).First().ShouldBe("3");
        open.TextContent.ShouldContain("Журнал 2016.csv", customMessage: "what tells two registers of one day apart");
        over.TextContent.ShouldContain("15 May 2014");
        over.TextContent.ShouldNotContain("register.csv", customMessage: "the name of the file went with it");
        list.Html.IndexOf("On their way in", StringComparison.Ordinal).ShouldBeLessThan(list.Html.IndexOf("Come in or given up", StringComparison.Ordinal));

        static AngleSharp.Dom.IElement Table(TestPage page, string caption) => page.Document.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.Trim() == caption);
        static IEnumerable<string?> Links(AngleSharp.Dom.IElement table) => table.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href"));
    }

    [Fact]
    public async Task Work_whose_session_has_ended_rests_and_goes_on_with_the_next()
    {
        var browser = await office.SignInAsync(office.ProtectionSupervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2017;Байышева Зуура;;ж;1988;Россия;пенсия;"), "register.csv");
        var id = Guid.Parse(columns.Path.Split('/')[2]);
        var runner = office.Services.GetRequiredService<ImportRunner>();
        await using (var hers = await office.AsAsync(office.ProtectionSupervisor))
        {
            await hers.Get<ChooseColumns>().HandleAsync(new ChooseColumns.Input(new ImportId(id), new Dictionary<int, Turna.Cases.Contracts.RegisterField?>()), hers.Actor, CancellationToken.None);
            // Work under the cookie of a session that is no more.
            runner.Begin(id, office.ProtectionSupervisor.Id, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            await runner.FinishedAsync(id);
            (await hers.Get<ImportJobs>().FindAsync(new ImportId(id), CancellationToken.None)).ShouldNotBeNull().State.ShouldBe(JobState.Paused);
        }

        var next = await office.SignInAsync(office.ProtectionSupervisor);
        await next.GetAsync("/work");
        await runner.FinishedAsync(id);

        (await next.GetAsync($"/registers/{id}")).Heading.ShouldContain("To look over");
    }

    [Fact]
    public async Task What_is_decided_of_a_page_is_kept_though_the_rest_is_left_open()
    {
        var person = await office.RegisterAsync(new NewPerson { Family = "Половинкина", Given = "Динара", Sex = Sex.Female, Born = PartialDate.Of(1984), Phones = [new NewPhone("+996555910077", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv(
            "15.05.2021;Половинкина Динара;+996555910077;ж;1984;Россия;не выплатили зарплату;", "16.05.2021;Половинкина Динара;+996555910077;ж;1984;Россия;забрали паспорт;"), "register.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        var who = await browser.GetAsync($"{preview.Path}/people");
        who.Document.QuerySelectorAll("input[name='Joined[p1]']").ShouldNotBeEmpty();
        who.Document.QuerySelectorAll("input[name='Known[p1]']").ShouldNotBeEmpty();

        (await browser.PostAsync($"{preview.Path}/people", ("Joined[p1]", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync($"{preview.Path}/people")).Document.QuerySelector("input[name='Joined[p1]'][value='true']")!.HasAttribute("checked").ShouldBeTrue();
        (await browser.PostAsync($"{preview.Path}/people", ("Known[p1]", person.ToString()))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.PostAsync($"{preview.Path}/people")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync($"{preview.Path}/people")).Document.QuerySelector($"input[name='Known[p1]'][value='{person}']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Whom_something_contradicts_is_said_so_and_linked_to_nobody_in_bulk()
    {
        await office.RegisterAsync(new NewPerson { Family = "Чынгышбаева", Given = "Динара", Sex = Sex.Female, Born = PartialDate.Of(1994), Phones = [new NewPhone("+996555910080", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2021;Чынгышбаева Динара;+996555910080;ж;1984;Россия;не выплатили зарплату;"), "register.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));

        var hint = (await browser.GetAsync($"{preview.Path}/people")).Document.QuerySelector(".govuk-radios__hint").ShouldNotBeNull().TextContent;

        hint.ShouldContain("Telephone: her own, same given name, same family name — Contradicts: dates of birth differ");
        preview.Text.ShouldNotContain("Sure, because more agrees than the names: 1.");
        (await browser.PostAsync($"{preview.Path}?handler=Bulk", ("bulk", "LinkSure"))).Status.ShouldBe(HttpStatusCode.Found);
        Line(await browser.GetAsync(preview.Path), "Linked to people we know").ShouldBe("0");
    }

    [Fact]
    public async Task While_the_one_with_her_telephone_is_to_be_doubted_no_namesake_is_sure()
    {
        await office.RegisterAsync(new NewPerson { Family = "Калмырзаева", Given = "Динара", Sex = Sex.Female, Born = PartialDate.Of(1994), Phones = [new NewPhone("+996555910081", PhoneOwner.Herself)] });
        await office.RegisterAsync(new NewPerson { Family = "Калмырзаева", Given = "Динара", Sex = Sex.Female, Born = PartialDate.Of(1984) });
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv("15.05.2021;Калмырзаева Динара;+996555910081;ж;1984;Россия;не выплатили зарплату;"), "register.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));

        (await browser.PostAsync($"{preview.Path}?handler=Bulk", ("bulk", "LinkSure"))).Status.ShouldBe(HttpStatusCode.Found);

        Line(await browser.GetAsync(preview.Path), "Linked to people we know").ShouldBe("0");
    }

    [Fact]
    public async Task What_was_decided_of_all_at_once_is_shown_and_can_be_decided_again()
    {
        await office.RegisterAsync(new NewPerson { Family = "Кайрыкова", Given = "Динара", Sex = Sex.Female, Born = PartialDate.Of(1984), Phones = [new NewPhone("+996555910078", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await UploadAsync(browser, Csv(
            "15.05.2021;Кайрыкова Динара;+996555910078;ж;1984;Россия;не выплатили зарплату;", "16.05.2021;Кайрыкова Динара;+996555910078;ж;1984;Россия;забрали паспорт;",
            "17.05.2021;Ойлонова Гүлүм;+996555910079;ж;1990;Россия;забрали паспорт;", "18.05.2021;Ойлонова Гүлүм;+996555910079;ж;1990;Россия;не выплатили зарплату;"), "register.csv");
        var preview = await FinishAsync(browser, await columns.PressAsync("Read the rows"));
        preview.Text.ShouldContain("Sure, because more agrees than the names: 1.");
        Pinned_bars.Pinned(preview).ShouldBeEmpty("an answer for all people at once is given where it stands");
        Pinned_bars.Pinned(await browser.GetAsync($"{preview.Path}/people")).ShouldBe(["Keep these decisions"]);

        var linked = await (await preview.PressAsync("JoinAll")).PressAsync("LinkSure");
        Line(linked, "Several rows, one person").ShouldBe("2");
        Line(linked, "Linked to people we know").ShouldBe("1");
        Line(linked, "Resemble somebody, registered anew").ShouldBe("0");
        var again = await linked.PressAsync("Decide all of it again");
        again.Text.ShouldMatch("[2-9] decisions are left before it can come in");
        var apart = await (await again.PressAsync("JoinNone")).PressAsync("LinkNone");
        Line(apart, "Several rows, kept apart").ShouldBe("2");
        Line(apart, "Linked to people we know").ShouldBe("0");
    }

    private static string Line(TestPage page, string label) => page.Document.QuerySelectorAll(".govuk-summary-list__row")
        .Single(row => row.QuerySelector("dt")!.TextContent.Trim() == label).QuerySelector("dd")!.TextContent.Trim();
    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes($"{Headings}\n{string.Join('\n', rows)}\n");
    private static async Task<Guid> StageAsync(TestBrowser browser, byte[] content) => Guid.Parse((await UploadAsync(browser, content, "register.csv")).Path.Split('/')[2]);
    private static async Task<TestPage> UploadAsync(TestBrowser browser, byte[] content, string name) => await (await browser.GetAsync("/registers/new")).UploadAsync("Upload", name, content);

    /// <summary>Waits until what is at work on the register of this page is at its end, and shows it again.</summary>
    private async Task<TestPage> FinishAsync(TestBrowser browser, TestPage page)
    {
        var id = Guid.Parse(page.Path.Split('?')[0].Split('/')[2]);
        await office.Services.GetRequiredService<ImportRunner>().FinishedAsync(id);
        return await browser.GetAsync($"/registers/{id}");
    }
}
