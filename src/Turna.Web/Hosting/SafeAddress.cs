using System.Net;

namespace Turna.Web.Hosting;

/// <summary>
/// Answers over plain http only to a browser on this machine: anywhere else names and passwords would travel in the open, and the session's
/// cookie would go without its <c>__Host-</c> prefix. It also stops a foreign name that was made to point here.
/// </summary>
internal sealed class SafeAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps || IsThisMachine(context.Request.Host.Host)) return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
