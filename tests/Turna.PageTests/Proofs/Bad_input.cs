using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.Testing;
using Turna.Web.Hosting;
using Turna.Web.Proofs.Access;

namespace Turna.PageTests.Proofs;

/// <summary>Every form of every page is sent with what no form expects: never a failure, never an echo that a browser would run.</summary>
public sealed class Bad_input(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Markup = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";

    public static TheoryData<string, string> Values => new()
    {
        { "nothing", "" }, { "blanks", " \t \u00A0\u200B" }, { "markup", Markup }, { "SQL", "'; DROP TABLE people_person; --" }, { "control characters", "a\u0001\u0007\u001B[2J\u007Fb" },
        { "right to left", "abc\u202Egnp.exe\u202C\u200F" }, { "half a pair", "\uD83D" }, { "no characters", "a1\uFFFE\uFDD0\uFFFF" }, { "year 1", "0001-01-01" }, { "year 9999", "9999-12-31" }, { "minus", "-1" }, { "huge", "99999999999999999999999999" },
        { "separators", "1\u00A0234,567.89" }, { "exponent", "1e308" }, { "not a number", "NaN" }, { "a list", "a,b;c\td" }, { "zero id", "00000000-0000-0000-0000-000000000000" }, { "long", new string('й', 30_000) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task No_form_fails_or_echoes_markup(string what, string value)
    {
        var sent = 0;
        foreach (var member in new[] { office.Caseworker, office.Supervisor, office.Administrator })
        {
            var browser = await office.SignInAsync(member);
            foreach (var path in await PagesAsync(member))
            {
                var page = await browser.GetOnlyAsync(path);
                if (page.Status != HttpStatusCode.OK) continue;
                foreach (var form in page.Document.QuerySelectorAll<IHtmlFormElement>("main form").Where(f => f.Method == "post"))
                {
                    var answer = await browser.PostAsync(Address(form, path), [.. Names(form).Select(n => (n, value))]);
                    sent++;
                    ((int)answer.Status).ShouldBeLessThan(500, $"{what} to {path} ({form.Action}) by {member.SignInName}");
                    answer.Html.ShouldNotContain("<script>alert", customMessage: $"{what} to {path}");
                    answer.Html.ShouldNotContain("<img src=x", customMessage: $"{what} to {path}");
                }
            }
        }

        sent.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("/people/search", "Query")]
    [InlineData("/people/new", "Input.Family")]
    [InlineData("/consultations/new", "Input.Advice")]
    [InlineData("/people/suggest", "query")]
    [InlineData("/sign-in", "Input.Name")]
    public async Task Ten_megabytes_are_refused_with_a_page(string path, string field)
    {
        var browser = await office.SignInAsync(office.Caseworker);

        var answer = await browser.PostAsync(path, (field, new string('a', 10_000_000)));

        ((int)answer.Status).ShouldBeInRange(300, 499);
        if (answer.Status != HttpStatusCode.Redirect) answer.Heading.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_stands_in_the_refused_form_again()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync("/people/new");

        var answer = await page.SubmitOnlyAsync("Register", ("Input.Family", Markup), ("Input.Given", "Айпери"), ("Input.DocumentNumber", "?"), ("Input.HomeOblast", "nowhere"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Document.QuerySelector<IHtmlInputElement>("input[name='Input.Family']").ShouldNotBeNull().Value.ShouldBe(Markup);
        answer.Document.QuerySelectorAll("main script, main img").ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> PagesAsync(TestMember member)
    {
        var person = member == office.Administrator ? Guid.Empty : (await office.RegisterAsync(Persons.Somebody(), office.Caseworker)).Value;
        return
        [
            .. (await HostRoutes.OfAsync(office.Services)).Where(r => r.Key.StartsWith("GET /", StringComparison.Ordinal) && !r.Key.Contains("/sign-", StringComparison.Ordinal))
                .Select(r => r.Key.Split(' ')).Where(k => k.Length == 2).Select(k => k[1])
                .Where(r => !r.StartsWith("/account", StringComparison.Ordinal) && !r.StartsWith("/recovery", StringComparison.Ordinal) && !r.StartsWith("/wrong", StringComparison.Ordinal))
                .Select(r => Filled(r, person)).Distinct(StringComparer.Ordinal),
        ];
    }

    private string Filled(string route, Guid person) => route
        .Replace("{journey:guid?}", string.Empty, StringComparison.Ordinal)
        .Replace("/members/{id:guid}", $"/members/{office.FrontDesk.Id}", StringComparison.Ordinal).Replace("/teams/{id:guid}", $"/teams/{office.ProtectionTeam}", StringComparison.Ordinal)
        .Replace("{team:guid}", office.LegalTeam.ToString(), StringComparison.Ordinal).Replace("{member:guid}", office.Colleague.Id.ToString(), StringComparison.Ordinal)
        .Replace("{id:guid}", person.ToString(), StringComparison.Ordinal).Replace("{file:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).TrimEnd('/');

    private static string Address(IHtmlFormElement form, string path) => form.GetAttribute("action") is { Length: > 0 } action ? action : path;

    // Ids and choices as well as texts: a browser sends what it is told to send.
    private static IEnumerable<string> Names(IHtmlFormElement form) =>
        form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")!).Where(n => n is not "__RequestVerificationToken" and not FormFields.Operation).Distinct(StringComparer.Ordinal);
}
