using System.Text.Json;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Web.Hosting;

/// <summary>A form that was sent after the session had ended: where to, and what stood in it. Files are not kept.</summary>
internal sealed record InterruptedForm(string Path, IReadOnlyDictionary<string, string[]> Fields)
{
    /// <summary>Field that marks a kept form when it is sent again, so that it is shown before it is saved.</summary>
    public const string Mark = "kept";

    /// <summary>Field that marks a form which the page itself sends when the session ends: kept, never saved.</summary>
    public const string Ended = "ended";

    public static readonly Error Notice = Error.Refuse("This is what you wrote before you were signed out. Nothing is saved yet: look it over and send it again.");

    private const int Longest = 1_000_000;
    private const string Token = "__RequestVerificationToken";

    /// <summary>What is worth keeping of a form; null when there is nothing, or too much.</summary>
    public static InterruptedForm? Of(HttpRequest request, IFormCollection form)
    {
        var fields = form.Where(f => f.Key is not (Token or Ended)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? string.Empty).ToArray());
        var length = fields.Sum(f => f.Key.Length + f.Value.Sum(v => v.Length));
        var isWritten = fields.Any(f => f.Key != FormFields.Operation && f.Value.Any(v => v.Length > 0));
        return isWritten && length <= Longest ? new InterruptedForm($"{request.Path}{request.QueryString}", fields) : null;
    }

    public string ToText() => JsonSerializer.Serialize(this);

    public static InterruptedForm FromText(string text) => JsonSerializer.Deserialize<InterruptedForm>(text)!;
}

/// <summary>Keeps the text of forms that met an ended session, sealed to the member who wrote it.</summary>
internal sealed class InterruptedForms(TurnaDb db, Sessions sessions, Drafts drafts)
{
    /// <summary>True for a form that the page sent because the session ends.</summary>
    public static async Task<bool> IsEndAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
        && (await context.Request.ReadFormAsync(context.RequestAborted)).ContainsKey(InterruptedForm.Ended);

    /// <summary>Keeps the form of this request and returns its id; null when nobody is known to whom it could be sealed, or its page takes secrets.</summary>
    public async Task<Guid?> KeepAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || !MayBeKept(context.GetEndpoint())) return null;
        if (SessionCookie.Read(context) is not { } cookie || await sessions.WhoWasAsync(cookie, cancel) is not { } writer) return null;
        if (InterruptedForm.Of(context.Request, await context.Request.ReadFormAsync(cancel)) is not { } form) return null;
        if (await drafts.KeepAsync(writer, form.ToText(), cancel) is not { } draft) return null;
        await db.CommitAsync(Done.It, cancel);
        return draft;
    }

    private static bool MayBeKept(Endpoint? endpoint) => endpoint is not null && endpoint.Metadata.GetMetadata<NeverKeptAttribute>() is null;

    /// <summary>The form again, for its writer. It stays kept until its day is over.</summary>
    public async Task<InterruptedForm?> LookAsync(Guid id, CancellationToken cancel) =>
        await drafts.TakeAsync(id, cancel) is { } text ? InterruptedForm.FromText(text) : null;
}
