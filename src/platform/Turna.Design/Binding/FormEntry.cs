using Microsoft.AspNetCore.Http;

namespace Turna.Design;

/// <summary>The id of what a form will save, in the address of its page: a script puts it there, so that Back asks for that very entry.</summary>
public static class FormEntry
{
    /// <summary>The entry that the address names; null when it names none.</summary>
    public static Guid? Asked(HttpRequest request) => Guid.TryParse(request.Query["entry"], out var entry) && entry != Guid.Empty ? entry : null;
}
