using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Web.Hosting;

/// <summary>Takes up the session of the cookie: who she is, her roles at this moment, and her keys for this request only.</summary>
internal sealed class SessionEntry(RequestDelegate next, TimeProvider clock, IEnumerable<IFollowsSession> followers)
{
    /// <summary>Tells a script of the page how long the session goes on.</summary>
    private const string SecondsHeader = "Turna-Session-Seconds";

    public async Task InvokeAsync(HttpContext context, Sessions sessions, StaffDirectory staff, Visitor visitor, SignedInStaff signedIn, KeyRing ring, KeyDelivery delivery)
    {
        if (SessionCookie.Read(context) is { } cookie && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            await EnterAsync(context, cookie, sessions, staff, visitor, signedIn, delivery);
        try
        {
            await next(context);
        }
        finally
        {
            ring.Dispose();
        }
    }

    private async Task EnterAsync(HttpContext context, string cookie, Sessions sessions, StaffDirectory staff, Visitor visitor, SignedInStaff signedIn, KeyDelivery delivery)
    {
        var cancel = context.RequestAborted;
        if (await sessions.ResumeAsync(cookie, cancel) is not { } session) return;
        if (await staff.FindAsync(session.Member, cancel) is not { } member) return;
        var ends = session.IsDueForRefresh ? Earlier(clock.GetUtcNow().UtcDateTime + Sessions.Idle, session.StartedAt + Sessions.Longest) : session.EndsAt;
        visitor.Enter(member.Actor, ends);
        context.Response.Headers[SecondsHeader] = ((int)(ends - clock.GetUtcNow().UtcDateTime).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        signedIn.Member = member;
        foreach (var follower in followers) follower.Entered(session.Member, cookie);
        if (!session.IsDueForRefresh) return;
        // Keys that a colleague passed to her meanwhile come with the next step of the session.
        await delivery.TakeAsync(member.Actor, cancel);
        await sessions.RefreshAsync(cookie, cancel);
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

/// <summary>The signed-in member's own particulars, for the frame of the page.</summary>
internal sealed class SignedInStaff
{
    public StaffMember? Member { get; set; }
}
