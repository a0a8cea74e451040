using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Proofs;

/// <summary>Forms bring the id of what they make. One that is another record's, even of another kind, makes nothing and harms nothing.</summary>
public sealed class Made_up_ids(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Register = "Дата;ФИО;Телефон;Тема\n15.05.2021;Чужакова Айжан;+996555910055;не выплатили зарплату\n";

    [Fact]
    public async Task A_register_under_the_id_of_a_person_is_refused_and_giving_it_up_destroys_nobody()
    {
        var person = (await office.RegisterAsync(Persons.Somebody("Неприкосновенная"))).ToString();
        using var browser = await office.SignInAsync(office.Caseworker);

        var refused = await UploadAsync(browser, person);
        var cancelled = await browser.PostAsync($"/registers/{person}?handler=Cancel");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("This was not saved");
        cancelled.Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/people/{person}")).Text.ShouldContain("Неприкосновенная");
    }

    [Fact]
    public async Task A_person_under_the_id_of_a_consultation_is_refused_and_the_consultation_still_opens()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var saved = await (await browser.GetAsync("/consultations/new")).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "health"), ("Input.Advice", "Go to the doctor."));
        using var desk = await office.SignInAsync(office.FrontDesk);

        var refused = await (await desk.GetAsync("/people/new")).SubmitAsync(("Input.Id", Id(saved)), ("Input.Family", "Подменова"), ("Input.Given", "Айжан"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync(saved.Path)).Text.ShouldContain("Go to the doctor.");
        (await browser.GetAsync("/consultations")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_case_under_the_id_of_a_person_or_of_a_case_is_refused()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Двойникова"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var first = await OpenCaseAsync(browser, person.ToString());
        first.Path.ShouldStartWith("/cases/");

        foreach (var taken in new[] { person.ToString(), Id(first) })
        {
            var refused = await OpenCaseAsync(browser, person.ToString(), ("Input.Id", taken));
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, taken);
        }

        (await browser.GetAsync(first.Path)).Text.ShouldContain("Двойникова");
    }

    [Fact]
    public async Task Without_an_operation_a_taken_id_is_the_senders_mistake()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Занятова"));
        using var browser = await office.SignInAsync(office.FrontDesk);

        var refused = await browser.PostAsync("/people/new", ("Input.Id", person.ToString()), ("Input.Family", "Занятая"), ("Input.Given", "Айжан"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_operation_of_one_act_is_not_the_answer_to_another()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Операциева"));
        var operation = Guid.NewGuid().ToString();
        using var browser = await office.SignInAsync(office.Caseworker);
        await browser.PostAsync($"/people/{person}/safe-contact", ("operation", operation), ("Revision", "1"), ("Input.Note", "first"));

        var other = await browser.PostAsync("/account/password", ("operation", operation), ("Input.Old", "not hers"), ("Input.New", "storks nest on the old tower"), ("Input.Again", "storks nest on the old tower"));

        other.Status.ShouldBe(HttpStatusCode.BadRequest);
        other.Errors.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("TRACE", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "utf-7", HttpStatusCode.BadRequest)]
    [InlineData("POST", "no-such-writing", HttpStatusCode.BadRequest)]
    public async Task What_no_page_answers_is_said_to_be_so(string method, string? writing, HttpStatusCode status)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        foreach (var path in new[] { "/work", "/people/search", "/sign-in" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (writing is not null)
            {
                request.Content = new ByteArrayContent("Query=%D0%90"u8.ToArray());
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"application/x-www-form-urlencoded; charset={writing}");
            }

            (await browser.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(status, path);
        }
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, string id)
    {
        var page = await browser.GetAsync("/registers/new");
        ((AngleSharp.Html.Dom.IHtmlInputElement)page.Document.QuerySelector("input[name='Import']")!).Value = id;
        return await page.UploadAsync("Upload", "register.csv", Encoding.UTF8.GetBytes(Register));
    }

    private static async Task<TestPage> OpenCaseAsync(TestBrowser browser, string person, params (string, string)[] fields) =>
        await (await browser.GetAsync($"/cases/new?person={person}")).PressAsync(
            "Open the case", [.. fields, ("Input.Sensitivity", "Standard"), ("Input.Type", "DocumentsWithheld"), ("Input.Reason", "The employer keeps her passport.")]);

    private static string Id(TestPage page) => page.Path.Split('/', '?')[2];
}
