namespace Turna.Web.Hosting;

/// <summary>
/// Reads a form before anything else does. One that cannot be read (a null character, too many fields, a value too long, cut off, in a
/// writing nobody knows) is answered with 400 or 413 and reaches no page; neither does a request of a kind that no page answers.
/// </summary>
internal sealed class ReadableForm(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsPost(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Headers.Allow = "GET, HEAD, POST";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && await WhyNotAsync(context) is { } status)
        {
            // The page that says so is shown to a request without a body.
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    private static async Task<int?> WhyNotAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception unread) when (unread is InvalidDataException or NotSupportedException or ArgumentException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
