namespace Turna.Web.Hosting;

/// <summary>The headers of document 4 on every answer.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";

    public Task InvokeAsync(HttpContext context)
    {
        var isPage = !context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        Protect(context.Response.Headers);
        if (isPage) Forbid(context.Response.Headers);
        // An answer to a fault starts from nothing.
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContentSecurityPolicy.Count == 0) Protect(context.Response.Headers);
            if (isPage && context.Response.Headers.CacheControl.Count == 0) Forbid(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private static void Forbid(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }
}
