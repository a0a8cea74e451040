using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Turna.Kernel;

namespace Turna.Design;

/// <summary>The language of the request: what she chose, else what her browser asks for, else English.</summary>
public sealed class LanguageChoice
{
    public const string Cookie = "turna-language";

    public Language Current { get; private set; } = Language.English;

    /// <summary>Remembers the choice in the browser for a year; the host calls it at sign-in with the language of the profile.</summary>
    public static void Remember(HttpContext http, Language language) => http.Response.Cookies.Append(Cookie, language.Code, new CookieOptions
    {
        HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/",
    });

    /// <summary>For work outside a request: its words are in the language of who asked for it.</summary>
    public void Speak(Language language) => Current = language;

    internal void Take(HttpRequest request) =>
        Current = Language.Find(request.Cookies[Cookie]) ?? Asked(request) ?? Language.English;

    internal static async Task ChooseAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Language.Find(form["language"]) is { } language) Remember(http, language);
        var back = form["return"].ToString();
        http.Response.Redirect(IsOurs(back) ? back : "/");
    }

    // Only a path of this site as a header may carry it: neither another host nor "//host" nor "/\host".
    private static bool IsOurs(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(letter => char.IsControl(letter) || !char.IsAscii(letter));

    private static Language? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => Language.Find(asked.Value.ToString().Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(language => language is not null);
}

public static class LanguageChoiceExtensions
{
    /// <summary>Finds out the language of each request; before everything that renders.</summary>
    public static IApplicationBuilder UseLanguageChoice(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        http.RequestServices.GetRequiredService<LanguageChoice>().Take(http.Request);
        await next(http);
    });

    /// <summary>POST /language with <c>language</c> and <c>return</c>: remembers the language and goes back.</summary>
    public static IEndpointConventionBuilder MapLanguageChoice(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/language", LanguageChoice.ChooseAsync)
            .WithMetadata(new OpenToAllAttribute("Whoever reads chooses the language."));
}
