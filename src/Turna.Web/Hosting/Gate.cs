using Microsoft.AspNetCore.StaticAssets;
using Turna.Kernel;

namespace Turna.Web.Hosting;

/// <summary>
/// Lets a request pass to its page or endpoint only with the permission declared there. Somebody not signed in is sent to sign in
/// (an API answers 401) whether or not the thing exists; what is forbidden looks missing.
/// </summary>
internal sealed class Gate(RequestDelegate next)
{
    public const string SignInPath = "/sign-in";
    private const string SignOutPath = "/sign-out";
    private const string AuthenticatorPath = "/account/authenticator";
    private const int LongestReturn = 200;

    private static readonly Dictionary<string, Permission> Permissions = Rooms.All
        .SelectMany(room => room.Permissions).ToDictionary(p => p.Name, StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context, Visitor visitor, SignedInStaff signedIn, InterruptedForms interrupted)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is not null && IsOpen(endpoint))
        {
            await next(context);
            return;
        }

        if (visitor.Known is null)
        {
            await TurnAwayAsync(context, interrupted);
            return;
        }

        if (await InterruptedForms.IsEndAsync(context))
        {
            // The same request goes on to the sign-out, which ends the session before anything else is shown.
            context.Response.Redirect($"{SignOutPath}?draft={await interrupted.KeepAsync(context)}", permanent: false, preserveMethod: true);
            return;
        }

        if (signedIn.Member is { NeedsAuthenticator: true } && endpoint?.Metadata.GetMetadata<OpenWithoutAuthenticatorAttribute>() is null)
        {
            context.Response.Redirect(AuthenticatorPath);
            return;
        }

        if (endpoint is null || !MayPass(endpoint, visitor.Known))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    /// <summary>What an endpoint declares; null when it declares nothing.</summary>
    public static object? DeclarationOf(Endpoint endpoint) =>
        endpoint.Metadata.LastOrDefault(m => m is NeedsAttribute or OpenToAllAttribute or OpenToMembersAttribute or StaticAssetDescriptor);

    private static bool IsOpen(Endpoint endpoint) => DeclarationOf(endpoint) is OpenToAllAttribute or StaticAssetDescriptor;

    private static bool MayPass(Endpoint endpoint, Actor actor) => DeclarationOf(endpoint) switch
    {
        OpenToMembersAttribute => true,
        NeedsAttribute needs => Permissions.TryGetValue(needs.Permission, out var permission) && actor.May(permission),
        _ => false,
    };

    private static async Task TurnAwayAsync(HttpContext context, InterruptedForms interrupted)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await interrupted.KeepAsync(context) is { } draft)
        {
            context.Response.Redirect($"{SignInPath}?draft={draft}");
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            context.Response.Redirect($"{SignInPath}?unsaved=true");
            return;
        }

        var wanted = $"{context.Request.Path}{context.Request.QueryString}";
        var returns = HttpMethods.IsGet(context.Request.Method) && wanted.Length is > 1 and <= LongestReturn;
        context.Response.Redirect(returns ? $"{SignInPath}?return={Uri.EscapeDataString(wanted)}" : SignInPath);
    }
}
