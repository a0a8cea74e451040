namespace Turna.Web.Hosting;

/// <summary>
/// Reads a form before anything else does. One that cannot be read (a null character, too many fields, a value too long, cut off) is
/// answered with 400 or 413 and reaches no page.
/// </summary>
internal sealed class ReadableForm(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
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
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
