using System.Net;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Design;
using Turna.Design.Wording;
using Turna.Evidence;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Ledger;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Reporting;

public sealed class Report_page(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_front_desk_counts_no_contacts_that_only_caseworkers_open()
    {
        using var caseworker = await office.SignInAsync(office.Caseworker);
        await LogAsync(caseworker, "gbv");
        await LogAsync(caseworker, "citizenship");
        using var desk = await office.SignInAsync(office.FrontDesk);
        var year = office.Clock.GetUtcNow().Year;

        var theirs = await caseworker.GetAsync($"/reports?period={year}&by=Topic");
        var hers = await desk.GetAsync($"/reports?period={year}&by=Topic");

        Row(theirs, "Gender-based violence").ShouldNotBeEmpty();
        hers.Text.ShouldNotContain("Gender-based violence");
        Row(hers, "Citizenship").ShouldNotBeEmpty();
        hers.Text.ShouldContain("Consultations about violence, exploitation and other topics that only caseworkers open are not counted here.");
        theirs.Text.ShouldNotContain("that only caseworkers open are not counted here.");
        var behind = await desk.PostAsync("/reports/behind", ("Period", $"{year}"), ("By", "Topic"), ("C", "0Agbv"));
        behind.Text.ShouldNotContain("not for you");
    }

    [Fact]
    public async Task Exact_figures_go_to_the_team_and_small_ones_are_hidden_from_everyone_else()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        for (var i = 0; i < 12; i++) await LogAsync(browser, "wages");
        for (var i = 0; i < 2; i++) await LogAsync(browser, "pension");
        var year = office.Clock.GetUtcNow().Year;

        var exact = Row(await browser.GetAsync($"/reports?period={year}&by=Topic"), "Pension");
        var inside = await (await office.SignInAsync(office.Analyst)).GetAsync($"/reports?period={year}&by=Topic");
        var published = await (await office.SignInAsync(office.Supervisor)).GetAsync($"/reports?period={year}&by=Topic&view=publishable");
        (await browser.GetAsync($"/reports?period={year}&by=Topic&view=publishable")).Status.ShouldBe(HttpStatusCode.NotFound);

        exact[^1].ShouldBe("2");
        foreach (var page in new[] { inside, published })
        {
            page.Document.QuerySelectorAll(".t-figures tbody th").ShouldNotContain(line => line.TextContent.Contains("Pension", StringComparison.Ordinal));
            page.Document.QuerySelector("main p.govuk-hint")!.TextContent.ShouldContain("Pension");
        }

        published.Text.ShouldContain("fewer than 10 people stand");
    }

    [Theory]
    [InlineData("")]
    [InlineData("&view=publishable")]
    public async Task Protected_figures_lead_her_to_the_exact_ones_of_her_team(string view)
    {
        using var supervisor = await office.SignInAsync(office.Supervisor);
        using var analyst = await office.SignInAsync(office.Analyst);
        var year = office.Clock.GetUtcNow().Year;

        var page = await supervisor.GetAsync($"/reports?period={year}&by=Topic{view}");
        var link = page.Document.QuerySelectorAll("main p a").Single(a => a.TextContent == "Legal team");
        var exact = await supervisor.GetAsync(link.GetAttribute("href")!);

        link.ParentElement!.TextContent.ShouldContain("Of your own teams you may see exact figures");
        page.Text.ShouldNotContain("Protection team");
        exact.Document.QuerySelector(".t-paper")!.TextContent.ShouldContain("Legal team · Exact");
        exact.Text.ShouldNotContain("Of your own teams you may see exact figures");
        (await analyst.GetAsync($"/reports?period={year}&by=Topic{view}")).Text.ShouldNotContain("Of your own teams you may see exact figures");
    }

    [Fact]
    public void Every_year_since_the_first_fact_is_offered()
    {
        Period.Offered(new DateOnly(2026, 11, 29), 2019).Select(p => p.Name).ShouldContain("2019");
        Period.Offered(new DateOnly(2026, 11, 29), 2026).Select(p => p.Name).ShouldContain("2024");
        Period.Offered(new DateOnly(2026, 11, 29), 1).Select(p => p.Name).ShouldNotContain("1990");
    }

    [Theory]
    [InlineData("Age", "18-24 30-39 40-49", "7 14 9", "Consultations: most often “30–39” (14)")]
    [InlineData("Age", "18-24 30-39 40-49", "7 14 14", "Consultations")]
    [InlineData("Age", "18-24 30-39 40-49", "7 14 –", "Consultations")]
    [InlineData("Topic", "wages pension", "12 2", "Consultations: most often “Unpaid or late wages” (12)")]
    public void The_finding_over_a_picture_is_its_largest_line(string by, string rows, string values, string finding)
    {
        var texts = Catalogue.Read([]).In(Language.English);
        var lines = rows.Split(' ').Zip(values.Split(' ')).ToList();
        var figures = lines.ToDictionary(l => (l.First, ReportTable.All), l => int.TryParse(l.Second, out var value) ? Figure.Exact(value) : new Figure(null, default));

        Pictures.Of(new ReportTable(Measure.Consultations, by, [.. lines.Select(l => l.First)], true, figures), new Evidence.Reporting.Wording(texts, []), texts)!.Finding.ShouldBe(finding);
    }

    [Fact]
    public async Task A_year_that_is_asked_for_by_its_address_stays_chosen()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        (await browser.GetAsync("/reports?period=2012")).Document.QuerySelector("select[name='Period'] option[selected]")!.GetAttribute("value").ShouldBe("2012");
    }

    [Fact]
    public async Task Tables_of_the_organisation_are_for_supervisors_and_analysts()
    {
        foreach (var member in new[] { office.FrontDesk, office.Caseworker, office.Protection })
        {
            var browser = await office.SignInAsync(member);
            (await browser.GetAsync("/reports?view=publishable")).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
            (await browser.GetAsync("/reports?handler=File&format=csv&view=publishable")).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }

        var caseworker = await office.SignInAsync(office.Caseworker);
        (await caseworker.GetAsync($"/reports?team={office.ProtectionTeam}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("9999-12-31..9999-12-31")]
    [InlineData("9995-01-01..9999-12-31")]
    [InlineData("0001-01-01..0001-01-02")]
    public async Task Days_at_the_ends_of_time_are_no_period(string period)
    {
        var browser = await office.SignInAsync(office.Supervisor);

        (await browser.GetAsync($"/reports?period={period}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Protected_figures_are_not_made_for_single_days()
    {
        var browser = await office.SignInAsync(office.Analyst);
        var answer = await browser.GetAsync("/reports?period=2026-01-01..2026-01-15");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("Protected figures are made for whole months, quarters and years only");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_report_can_be_taken_away(string format)
    {
        var browser = await office.SignInAsync(office.Analyst);
        var answer = await browser.GetAsync($"/reports?handler=File&format={format}&view=publishable");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Content.Headers.ContentDisposition.ShouldNotBeNull().FileName.ShouldNotBeNull().ShouldEndWith(format);
    }

    [Fact]
    public async Task A_file_and_the_paper_say_whose_figures_they_are_and_of_when()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var (year, made) = (office.Clock.GetUtcNow().Year, Turna.Design.Language.English.Date(DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(6))));
        foreach (var (query, name, teams, figures) in new[]
        {
            ($"period={year}&by=Month&team={office.LegalTeam}", $"{year}-legal-team-report-month-exact", "Legal team", "Exact"),
            ($"period={year}", $"{year}-test-office-report-topic-inside", "The whole organisation", "Protected, for use inside"),
            ($"period={year}&view=publishable", $"{year}-test-office-report-topic-publishable", "The whole organisation", "Protected, to publish"),
        })
        {
            var file = await browser.GetAsync($"/reports?{query}&handler=File&format=csv");
            file.Headers.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{name}.csv");
            var lines = file.Html.TrimStart('\uFEFF').Split("\r\n").Select(l => l.TrimEnd(',')).ToList();
            lines.ShouldContain("Organisation,Test office");
            lines.ShouldContain($"Teams,{teams}");
            lines.ShouldContain($"Period,Year {year}");
            lines.Single(l => l.StartsWith("Figures,", StringComparison.Ordinal)).Trim('"').ShouldEndWith(figures, customMessage: query);
            lines.Single(l => l.StartsWith("Data as of,", StringComparison.Ordinal)).ShouldContain(made);
            (await browser.GetAsync($"/reports?{query}&handler=File&format=xlsx")).Headers.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{name}.xlsx");

            var page = await browser.GetAsync($"/reports?{query}");
            foreach (var said in new[] { "Test office", teams, figures, made }) page.Document.QuerySelector(".t-paper")!.TextContent.ShouldContain(said);
            page.Document.QuerySelector(".t-finding")!.TextContent.ShouldStartWith($"Year {year}");
        }
    }

    [Theory]
    [InlineData("en", ',', "71500.5"), InlineData("ru", ';', "71500,5"), InlineData("ky", ';', "71500,5"), InlineData("uz", ';', "71500,5")]
    public void A_file_opens_in_columns_where_its_language_is_spoken_and_our_own_import_reads_it(string code, char separator, string sum)
    {
        var language = Turna.Design.Language.Find(code)!;
        IReadOnlyList<IReadOnlyList<object>> lines = [["Итого, возвращено; всего", 71500.5m], ["Женщины", 1214], ["=1+1", "–"]];

        var file = Export.Csv(lines, language);

        file.AsSpan(0, 3).ToArray().ShouldBe([0xEF, 0xBB, 0xBF], "Excel takes Cyrillic for another code page without the byte order mark");
        System.Text.Encoding.UTF8.GetString(file, 3, file.Length - 3).ShouldBe($"\"Итого, возвращено; всего\"{separator}{sum}\r\nЖенщины{separator}1214\r\n'=1+1{separator}–\r\n");
        var rows = Turna.Cases.Importing.Reading.TextTable.Open(new MemoryStream(file)).Rows.Select(r => r.Cells.Select(c => c.Written).ToList()).ToList();
        rows.ShouldBe([["Итого, возвращено; всего", sum], ["Женщины", "1214"], ["'=1+1", "–"]]);
    }

    [Theory]
    [InlineData("Юристы, Бишкек", "iuristy-bishkek")]
    [InlineData("Көмөк борбору «Үмүт»", "komok-borboru-umut")]
    [InlineData("Ош/Жалал-Абад: №2 \"..\\", "osh-zhalal-abad-2")]
    [InlineData("中心", "")]
    [InlineData("O‘zbekiston ko‘magi", "Ozbekiston-komagi")]
    public void A_name_becomes_part_of_a_file_name(string name, string part) => FileName.Short(name).ShouldBe(part, StringCompareShould.IgnoreCase);

    [Fact]
    public async Task What_was_recovered_stands_in_the_file_as_on_the_page()
    {
        await using (var scope = await office.AsAsync(office.Protection))
        {
            var db = scope.Get<TurnaDb>();
            foreach (var (minor, currency) in new[] { (7_150_050L, "RUB"), (1_000_000L, "KGS") })
            {
                db.Add(new FactRow
                {
                    Id = Guid.CreateVersion7(), Organisation = office.Organisation, Team = office.ProtectionTeam, Kind = FactKind.CaseClosed, On = new DateOnly(2025, 5, 2),
                    Record = new Token(Guid.NewGuid().ToByteArray()), Sex = Sex.Female, AgeBand = "30-39", Topics = string.Empty, RecoveredMinor = minor, Currency = currency,
                });
            }

            scope.Get<AuditLedger>().Record(scope.Actor, EvidenceActs.ReportExported);
            (await db.CommitAsync(Done.It, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
        }

        var browser = await office.SignInAsync(office.Protection);

        (await browser.GetAsync("/reports?period=2025")).Text.ShouldContain("Recovered in closed cases and registers: ");
        var csv = (await browser.GetAsync("/reports?period=2025&handler=File&format=csv")).Html.Split("\r\n").Select(l => l.TrimEnd(',')).ToList();
        csv.ShouldContain("\"Recovered in closed cases and registers, RUB\",71500.5");
        csv.ShouldContain("\"Recovered in closed cases and registers, KGS\",10000");
        var xlsx = await browser.Client.GetByteArrayAsync("/reports?period=2025&handler=File&format=xlsx", TestContext.Current.CancellationToken);
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description).ShouldBeEmpty();
        document.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText.ShouldContain("71500.5");
    }

    [Fact]
    public async Task An_administrator_sees_no_report() =>
        (await (await office.SignInAsync(office.Administrator)).GetAsync("/reports")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Each_exact_number_leads_to_as_many_records()
    {
        var browser = await office.SignInAsync(office.Colleague);
        await LogAsync(browser, "contract");
        await LogAsync(browser, "contract");
        var person = await office.RegisterAsync(Persons.Somebody("Абдылдаева"), office.Colleague);
        await LogAsync(person, ["contract"]);
        await LogAsync(person, ["contract", "health"]);
        foreach (var by in new[] { "Topic", "Age", "Team", "Month" })
        {
            var report = await browser.GetAsync($"/reports?period={office.Clock.GetUtcNow().Year}&by={by}");
            var buttons = report.Document.QuerySelectorAll(".t-figures button").ToList();
            buttons.Count.ShouldBeGreaterThan(4);
            foreach (var button in buttons)
            {
                var list = await BehindAsync(browser, by, button.GetAttribute("value")!);
                list.Status.ShouldBe(HttpStatusCode.OK);
                var number = int.Parse(button.TextContent, System.Globalization.CultureInfo.InvariantCulture);
                list.Text.ShouldContain(number == 1 ? "One record." : $"{number} records.", customMessage: $"{by} {button.GetAttribute("value")}");
                list.Document.QuerySelectorAll(".t-behind li").Length.ShouldBe(Math.Min(25, number));
                list.Text.ShouldNotContain("A record that was erased or is not yours to open");
            }
        }

        (await BehindAsync(browser, "Topic", "1Acontract")).Text.ShouldContain("Абдылдаева");
    }

    [Fact]
    public async Task Nobody_else_reaches_a_list_and_no_protected_page_offers_one()
    {
        foreach (var member in new[] { office.Analyst, office.Supervisor })
        {
            var browser = await office.SignInAsync(member);
            (await browser.GetAsync("/reports")).Document.QuerySelectorAll(".t-figures button").ShouldBeEmpty();
            (await BehindAsync(browser, "Topic", "0Awages")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var stranger = await office.SignInAsync(office.OtherTeam);
        (await BehindAsync(stranger, "Topic", "0Acontract", office.LegalTeam.ToString())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BehindAsync(stranger, "Topic", "0Acontract")).Text.ShouldContain("0 records.");
        var frontDesk = await office.SignInAsync(office.FrontDesk);
        (await BehindAsync(frontDesk, "Topic", "5Aall")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BehindAsync(frontDesk, "Topic", "nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetOnlyAsync("/reports/behind")).Location.ShouldBe("/reports");
    }

    [Fact]
    public async Task The_spreadsheet_is_valid_and_says_what_it_counts()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var answer = await browser.Client.GetByteArrayAsync("/reports?handler=File&format=xlsx", TestContext.Current.CancellationToken);
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(answer), isEditable: false);

        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description).ShouldBeEmpty();
        var text = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText;
        text.ShouldContain("Definitions of version 2.");
        text.ShouldContain("Data as of");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    [InlineData("uz")]
    public async Task The_largest_report_passes_a_bad_line(string language)
    {
        const int MostBytes = 40 * 1024;
        await FillAsync();
        var browser = await office.SignInAsync(office.Caseworker);
        await browser.PostAsync("/language", ("language", language), ("return", "/reports"));

        var page = await browser.GetAsync("/reports?period=2024&by=Topic");

        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Document.QuerySelectorAll(".t-figures button").Length.ShouldBeGreaterThan(200);
        System.Text.Encoding.UTF8.GetByteCount(page.Html).ShouldBeLessThan(MostBytes);
    }

    // Every topic, asked by both sexes, in numbers of four digits.
    private async Task FillAsync()
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var db = scope.Get<TurnaDb>();
        if (await db.Set<FactRow>().AnyAsync(f => f.On < new DateOnly(2025, 1, 1))) return;
        foreach (var topic in Turna.Kernel.Codes.CodeLists.Shipped.Topics.Codes)
        {
            foreach (var sex in new[] { Sex.Female, Sex.Male })
            {
                var person = new Token(Guid.NewGuid().ToByteArray());
                db.AddRange(Enumerable.Range(0, 12).Select(i => new FactRow
                {
                    Id = Guid.CreateVersion7(), Organisation = office.Organisation, Team = office.LegalTeam, Kind = FactKind.Consultation, On = new DateOnly(2024, 1 + i, 1),
                    Record = new Token(Guid.NewGuid().ToByteArray()), Person = person, Sex = sex, AgeBand = "30-39", Topics = topic.Value,
                }));
            }
        }

        scope.Get<AuditLedger>().Record(scope.Actor, EvidenceActs.ReportExported);
        (await db.CommitAsync(Done.It, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
    }

    private async Task LogAsync(Turna.People.Contracts.PersonId person, string[] topics)
    {
        await using var scope = await office.AsAsync(office.Colleague);
        var logged = await scope.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input { Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Country = "RU", Language = "ky", Topics = topics },
            scope.Actor, TestContext.Current.CancellationToken);
        logged.Error.ShouldBeNull();
    }

    private Task<TestPage> BehindAsync(TestBrowser browser, string by, string number, string team = "") => browser.PostAsync(
        "/reports/behind", ("Period", $"{office.Clock.GetUtcNow().Year}"), ("By", by), ("Team", team), ("C", number));

    private static async Task LogAsync(TestBrowser browser, string topic) =>
        (await (await browser.GetAsync("/consultations/new")).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", topic))).Status.ShouldBe(HttpStatusCode.OK);

    private static List<string> Row(TestPage page, string name) => page.Document.QuerySelectorAll("tbody tr")
        .Where(r => r.QuerySelector("th")?.TextContent.Contains(name, StringComparison.Ordinal) == true && r.QuerySelectorAll("td").Length == 4)
        .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).First();
}
