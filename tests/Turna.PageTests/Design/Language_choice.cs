using System.Net;

namespace Turna.PageTests.Design;

public sealed class Language_choice(DesignHost host) : IClassFixture<DesignHost>
{
    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "ru-RU,ru;q=0.9,en;q=0.8", "ru")]
    [InlineData(null, "de, ky;q=0.7, en;q=0.3", "ky")]
    [InlineData(null, "de, fr", "en")]
    [InlineData(null, "not a language;;q=x", "en")]
    [InlineData("uz", "ru", "uz")]
    [InlineData("xx", "ru", "ru")]
    public async Task Her_choice_comes_before_the_wishes_of_her_browser(string? chosen, string? asked, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/design");
        if (asked is not null) request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        if (chosen is not null) request.Headers.Add("Cookie", $"turna-language={chosen}");

        var page = await (await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).ReadHtmlAsync();

        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelector($".t-languages button[value={language}]")!.GetAttribute("aria-pressed").ShouldBe("true");
    }

    [Theory]
    [InlineData("/people?page=2", "/people?page=2")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/людям", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example/", "/")]
    [InlineData("", "/")]
    public async Task The_choice_is_remembered_and_leads_back_only_to_our_own_pages(string back, string target)
    {
        using var form = new FormUrlEncodedContent([new("language", "ky"), new("return", back)]);

        var answer = await host.Client.PostAsync("/language", form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(target);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("turna-language=ky; max-age=31536000; path=/; samesite=lax; httponly");
    }

    [Fact]
    public async Task An_unknown_language_is_not_remembered()
    {
        using var form = new FormUrlEncodedContent([new("language", "xx"), new("return", "/")]);

        (await host.Client.PostAsync("/language", form, TestContext.Current.CancellationToken)).Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        using var json = new StringContent("{}");

        (await host.Client.PostAsync("/language", json, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
