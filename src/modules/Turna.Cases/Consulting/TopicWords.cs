using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Consulting;

/// <summary>
/// What callers and caseworkers call the topics in everyday words (<c>content/codes/topics.words.csv</c>), for the field that finds while one
/// types. The words of all languages go out together, since a Kyrgyz caseworker types what her Russian-speaking caller says; apart from the
/// page, so that a bad line carries them once for each version of the program.
/// </summary>
internal static class TopicWords
{
    private const string Path = "/consultations/topics";

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<byte[]> Written = new(() => JsonSerializer.SerializeToUtf8Bytes(All, Format));

    /// <summary>The address, another one for each version of the words.</summary>
    public static string Address { get; } = $"{Path}?v={typeof(CodeLists).Assembly.ManifestModule.ModuleVersionId:N}";

    /// <summary>The words of each topic; at the end of a word * stands for any ending.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = CodeTable.Shipped("topics.words").Rows.ToDictionary(
        row => row["code"],
        row => (IReadOnlyList<string>)[.. Code.Languages.SelectMany(language => row[language].Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)],
        StringComparer.Ordinal);

    // Whoever corrects a consultation may log one: both pages ask for the words.
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, Send).WithMetadata(new NeedsAttribute(CasesPermissions.LogName));

    // They name nobody and change only with the program.
    private static IResult Send(HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        context.Response.Headers.Remove("Pragma");
        return Results.Bytes(Written.Value, "application/json; charset=utf-8");
    }
}
