using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Turna.PageTests.Design;

/// <summary>The page of all components, over real HTTP: what holds for it holds for every page made of them.</summary>
public sealed class Gallery_page(DesignHost host) : IClassFixture<DesignHost>
{
    [Fact]
    public async Task Stands_inside_the_frame()
    {
        var page = await host.Client.GetHtmlAsync("/design");

        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelectorAll(".t-nav a[aria-current=page]").Single().TextContent.ShouldBe("Components");
        page.QuerySelector(".t-nav__due")!.TextContent.ShouldStartWith("3");
        page.QuerySelector("form[role=search]")!.GetAttribute("method").ShouldBe("post");
        page.QuerySelector("form[role=search] input[name=__RequestVerificationToken]").ShouldNotBeNull();
        page.QuerySelector(".govuk-exit-this-page a").ShouldNotBeNull();
    }

    [Fact]
    public async Task Shows_a_stranger_no_navigation_and_no_search()
    {
        var page = await host.Client.GetHtmlAsync("/design?nobody");

        page.QuerySelectorAll(".t-nav, .t-search, dialog, [data-sign-out]").ShouldBeEmpty();
        page.QuerySelectorAll(".t-languages button").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Carries_nothing_that_the_content_security_policy_would_stop()
    {
        var page = await host.Client.GetHtmlAsync("/design");

        page.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).ShouldNotContain(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        page.QuerySelectorAll("script[src], link[href], img[src]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
            .ShouldAllBe(address => address!.StartsWith("/assets/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_a_label_for_every_control_and_every_id_once()
    {
        var page = await host.Client.GetHtmlAsync("/design");

        page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
        page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .Where(control => page.QuerySelector($"label[for='{control.Id}']") is null).Select(control => control.OuterHtml).ShouldBeEmpty();
        page.QuerySelectorAll("[aria-describedby], [aria-labelledby]")
            .SelectMany(element => $"{element.GetAttribute("aria-describedby")} {element.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(id => page.GetElementById(id) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cell_of_a_table_of_records_says_what_it_is_and_the_table_stays_one()
    {
        var page = await host.Client.GetHtmlAsync("/design");
        var table = page.QuerySelector("table[role=table]")!;
        var cells = table.QuerySelectorAll("tbody td");

        cells.Select(cell => cell.GetAttribute("data-label")).ShouldBe([null, "Who", "Where she is", "Minutes", null, null, null, null, "Minutes", null]);
        cells[7].ChildNodes.ShouldBeEmpty("an empty cell is empty, so that its column is not named in front of nothing");
        table.QuerySelectorAll("thead, tbody").ShouldAllBe(part => part.GetAttribute("role") == "rowgroup");
        table.QuerySelectorAll("tr").ShouldAllBe(row => row.GetAttribute("role") == "row");
        table.QuerySelectorAll("th").ShouldAllBe(heading => heading.GetAttribute("role") == "columnheader");
        cells.ShouldAllBe(cell => cell.GetAttribute("role") == "cell");
        page.QuerySelector("table:not([role])")!.QuerySelectorAll("[data-label], [role]").ShouldBeEmpty("figures are compared by column");
    }

    [Fact]
    public async Task Letters_travel_as_letters()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/design");
        request.Headers.Add("Cookie", "turna-language=ru");

        var html = await (await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        html.ShouldContain("Быстрые клавиши");
        html.ShouldNotContain("&#x4");
    }

    [Fact]
    public async Task Is_absent_outside_of_development()
    {
        await using var app = DesignHost.Build("Production", web => web.UseTestServer());
        await app.StartAsync(TestContext.Current.CancellationToken);

        (await app.GetTestClient().GetAsync("/design", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_answered_with_one_that_is_still_to_come_where_such_a_day_is_asked()
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Input.CallBack.Day", "30"), ("Input.CallBack.Month", "2"), ("Input.CallBack.Year", "2026"));

        var error = (await answer.ReadHtmlAsync()).QuerySelector("#Input_CallBack-error")!.TextContent;
        var example = DateOnly.ParseExact(error.Split(" like ")[1].TrimEnd('.'), "d M yyyy", System.Globalization.CultureInfo.InvariantCulture);
        example.ShouldBeGreaterThan(DateOnly.FromDateTime(DateTime.UtcNow));
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_every_error_beside_its_field_and_in_the_summary()
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Input.Advice", "She should write."), ("Input.Channel", "None"));
        var page = await answer.ReadHtmlAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.Title!.ShouldStartWith("Error: ");
        var links = page.QuerySelectorAll(".govuk-error-summary__list a");
        links.Select(link => link.TextContent).ShouldBe(
            ["Write the family name, or “unknown”.", "Choose how she reached you.", "About: Choose at least one topic."], "in the order of the page, of its field where the words do not say it");
        links.ShouldAllBe(link => page.GetElementById(link.GetAttribute("href")!.TrimStart('#')) is IHtmlElement);
        page.QuerySelector("#Input_Family-error")!.TextContent.ShouldBe("Error: Write the family name, or “unknown”.");
        page.GetElementById("Input_Family")!.GetAttribute("aria-describedby")!.ShouldContain("Input_Family-error");
        page.QuerySelector<IHtmlTextAreaElement>("#Input_Advice")!.Value.ShouldBe("She should write.");
    }

    [Theory]
    [InlineData("31", "2", "1988", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("1", "13", "1988", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("5", "", "1988", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("1", "1", "88", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("١", "1", "1988", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("1", "1", "0001", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("1", "1", "99999999999999999999", "This date does not exist. Write it like 24 11 1989.")]
    [InlineData("17", "5", "", "Write the year too, in four figures.")]
    [InlineData("", "", "1988", null)]
    [InlineData("", "5", "1988", null)]
    [InlineData(" 17 ", "05", "1988", null)]
    [InlineData("", "", "", null)]
    public async Task A_partial_date_is_read_as_far_as_it_is_known(string day, string month, string year, string? error)
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Input.Born.Day", day), ("Input.Born.Month", month), ("Input.Born.Year", year));
        var page = await answer.ReadHtmlAsync();

        page.QuerySelector("#Input_Born-error")?.TextContent["Error: ".Length..].ShouldBe(error);
        if (error is not null) page.QuerySelector(".govuk-error-summary a[href='#Input_Born_Day']").ShouldNotBeNull();
        page.QuerySelector<IHtmlInputElement>("#Input_Born_Day")!.Value.ShouldBe(day);
        page.QuerySelector<IHtmlInputElement>("#Input_Born_Year")!.Value.ShouldBe(year);
    }

    [Theory]
    [InlineData("24", "11", "2026", null)]
    [InlineData("", "11", "2026", "Write the day, the month and the year.")]
    public async Task A_day_is_read_whole(string day, string month, string year, string? error)
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Input.CallBack.Day", day), ("Input.CallBack.Month", month), ("Input.CallBack.Year", year));

        (await answer.ReadHtmlAsync()).QuerySelector("#Input_CallBack-error")?.TextContent["Error: ".Length..].ShouldBe(error);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea><b>")]
    [InlineData("\n first line kept")]
    [InlineData("\u202egnp.exe & 'quotes'")]
    public async Task What_was_typed_comes_back_as_text(string typed)
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Input.Advice", typed), ("Input.Family", ""), ("Input.Minutes", typed));
        var page = await answer.ReadHtmlAsync();

        page.QuerySelector<IHtmlTextAreaElement>("#Input_Advice")!.Value.ShouldBe(typed);
        page.QuerySelector("#Input_Minutes")!.GetAttribute("value").ShouldBe(typed);
        page.QuerySelectorAll("img, b, script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_form_is_answered_by_a_redirect()
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Input.Family", "Асанова"), ("Input.Channel", "Phone"), ("Input.Topics", "wages"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var answer = await host.Client.SubmitAsync("/design", "#form", ("Password", "correct horse"));

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("correct horse");
    }
}
