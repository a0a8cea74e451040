using Microsoft.AspNetCore.Http;

namespace Turna.Design;

/// <summary>A link of the header. <paramref name="Text"/> is an English key; <paramref name="Due"/> is shown only when something is due.</summary>
public sealed record FrameLink(string Text, string Href, int Due = 0);

/// <summary>What stands around a page: who is here, for whom, and where she may go.</summary>
public sealed record Frame
{
    /// <summary>Nobody is signed in.</summary>
    public static Frame Nobody { get; } = new();

    /// <summary>Name of the organisation; empty before it is known.</summary>
    public string Organisation { get; init; } = string.Empty;

    public bool SignedIn { get; init; }

    /// <summary>"A. S."</summary>
    public string? Initials { get; init; }

    /// <summary>Names of the teams she works in, the first being the current one.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<FrameLink> Navigation { get; init; } = [];

    /// <summary>Links below her initials: account, sessions, settings.</summary>
    public IReadOnlyList<FrameLink> Account { get; init; } = [];

    /// <summary>Where the search box posts to; null hides it.</summary>
    public string? SearchHref { get; init; }

    /// <summary>Where <c>c</c> leads; null when she may not log consultations.</summary>
    public string? LogConsultationHref { get; init; }

    /// <summary>Posts there to sign out.</summary>
    public string SignOutHref { get; init; } = "/sign-out";

    /// <summary>A harmless page of another site, for <em>Exit this page</em>.</summary>
    public string ExitHref { get; init; } = "https://www.gismeteo.ru/";

    /// <summary>Seconds until the session ends by itself; null when it does not.</summary>
    public int? SessionSeconds { get; init; }

    /// <summary>A POST there prolongs the session.</summary>
    public string KeepSessionHref { get; init; } = "/session/keep";
}

/// <summary>The host says what stands around a page.</summary>
public interface IFrameSource
{
    ValueTask<Frame> FrameAsync(HttpContext http);
}

internal sealed class NobodysFrame : IFrameSource
{
    public ValueTask<Frame> FrameAsync(HttpContext http) => new(Frame.Nobody);
}
