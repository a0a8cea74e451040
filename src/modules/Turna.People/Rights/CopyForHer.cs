using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Attaching;
using Turna.People.Consenting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Relating;
using Turna.People.Travelling;
using Turna.Vault;

namespace Turna.People.Rights;

/// <summary>Her copy as it was made. <paramref name="OpenedBy"/> is newest first and stands last: what she told us comes before it.</summary>
internal sealed record HerCopy(JsonObject Content, IReadOnlyList<Opening> OpenedBy);

/// <summary>
/// The copy of her record that she can take away: what this house keeps about her and its maker may open, in one JSON document that any
/// program reads. What was written about others who are registered goes only as far as it concerns her.
/// </summary>
internal sealed class CopyForHer(
    PersonShelf shelf, KeyVault vault, ConsentBook consents, JourneyBook journeys, RelationBook relations, AttachmentBook files,
    WhoOpened opened, IEnumerable<IKeepsAboutPeople> rooms, Texts texts, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The copy; null when she is missing or not to be known. Making it is on record.</summary>
    public async Task<HerCopy?> HandleAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        if (!vault.CanFind) return null;
        if (!await MayCopyAsync(person, actor, cancel)) return null;
        if ((await shelf.OpenAsync([person], PeopleActs.Copied, Purposes.HerCopy, actor, cancel)).SingleOrDefault() is not { } her) return null;
        var copy = new JsonObject
        {
            ["copiedAt"] = clock.GetUtcNow().UtcDateTime,
            ["Note"] = texts["Copied is what the member who made it may open. What colleagues noted for one another in her cases is not copied: it speaks of others too. She may ask to read it with whoever keeps her case."],
            ["registeredAt"] = her.Row.RegisteredAt,
            ["keptUntil"] = Node(her.Row.KeepUntil),
            ["sensitivity"] = Node(her.Row.Sensitivity),
            ["identity"] = Node(her.Identity),
            ["consents"] = Node((await consents.OfAsync(person, cancel)).Select(c => new
            {
                c.Purpose, c.GivenOn, c.Until, c.WithdrawnOn, Detail = vault.Open<ConsentDetail>(her.Receipt, her.Key, c.Place(person), c.Detail),
            })),
            ["journeys"] = Node((await journeys.OfAsync(her, cancel)).Select(j => new { j.Row.Destination, j.Row.Sector, j.Row.FoundBy, j.Row.Contract, j.Row.Stay, j.Detail })),
            ["household"] = Node((await relations.OfAsync(her, actor, cancel)).Select(r => r.Detail with { Person = null, Of = Guid.Empty })),
            ["files"] = Node((await files.OfAsync(her, cancel)).Select(f => new { f.Caption.FileName, f.Caption.Note, f.AddedAt, f.Size })),
        };
        foreach (var room in rooms)
        {
            foreach (var (heading, content) in await room.CopyAsync(person, actor, cancel)) copy[heading] = content;
        }

        return new HerCopy(copy, await opened.ListAsync(person, actor, cancel));
    }

    /// <summary>Whether this member may make the copy; opens nothing.</summary>
    public Task<bool> MayCopyAsync(PersonId person, Actor actor, CancellationToken cancel) => shelf.MayAsync(person, PersonAccess.MayCopy, actor, cancel);

    /// <summary>The document as it is downloaded.</summary>
    public static byte[] ToFile(HerCopy copy)
    {
        var whole = copy.Content.DeepClone();
        whole["openedBy"] = Node(copy.OpenedBy.Select(o => new { o.At, o.Who, o.What }));
        return JsonSerializer.SerializeToUtf8Bytes(whole, Readable);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Readable);
}
