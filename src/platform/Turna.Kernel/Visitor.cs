using Microsoft.AspNetCore.Http;

namespace Turna.Kernel;

/// <summary>Who makes this request. Filled by the host before any page runs; empty for somebody who is not signed in.</summary>
public sealed class Visitor
{
    /// <summary>The signed-in member, or null.</summary>
    public Actor? Known { get; private set; }

    /// <summary>The signed-in member.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; the gate lets no such request reach a page that needs one.</exception>
    public Actor Actor => Known ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>When the session ends if nothing more is done.</summary>
    public DateTime? EndsAt { get; private set; }

    public void Enter(Actor actor, DateTime endsAt) => (Known, EndsAt) = (actor, endsAt);
}

/// <summary>
/// Implemented by long work that is bound to a member's session: told of each of her requests, so that work which paused when her session
/// ended goes on when she is back. Must answer at once. The cookie is her secret: it may be kept in memory while the work runs, nowhere else.
/// </summary>
public interface IFollowsSession
{
    void Entered(MemberId member, string cookie);
}

/// <summary>The cookie of the session. On plain-http localhost it goes without the <c>__Host-</c> prefix, nowhere else.</summary>
public static class SessionCookie
{
    private const string Secure = "__Host-turna";
    private const string Local = "turna-local";

    public static string? Read(HttpContext context) => context.Request.Cookies[NameFor(context)];

    public static void Write(HttpContext context, string value) => context.Response.Cookies.Append(NameFor(context), value, Options(context));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context));

    private static string NameFor(HttpContext context) => context.Request.IsHttps ? Secure : Local;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
