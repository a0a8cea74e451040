using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Travelling;
using Turna.People.Wording;

namespace Turna.People.Rights;

/// <summary>
/// Her copy in the words of its reader: headings, codes, days and hours. The file that programs read keeps the names of the properties.
/// </summary>
internal sealed partial class CopyWords(Texts t, TimeZoneInfo zone)
{
    private delegate string? Wording(CopyWords words, string value);

    /// <summary>How a value is said, by the part it stands in and its name; an empty part means every part.</summary>
    private static readonly Dictionary<(string Part, string Name), Wording> Values = new()
    {
        [("", "sensitivity")] = (w, v) => v == nameof(PersonSensitivity.Restricted) ? w.T["One team alone: its protection staff and supervisors"] : w.T["Everyone in the organisation who works with people"],
        [("Names", "Use")] = Coded<NameUse>(PersonWords.Word),
        [("", "Sex")] = Coded<Sex>(PersonWords.Word),
        [("", "Education")] = Coded<Education>(PersonWords.Word),
        [("", "MaritalStatus")] = Coded<MaritalStatus>(PersonWords.Word),
        [("Functioning", "")] = Coded<Difficulty>(PersonWords.Word),
        [("Phones", "Owner")] = Coded<PhoneOwner>(PhoneOwners.Word),
        [("Documents", "Kind")] = Coded<DocumentKind>(PersonWords.Word),
        [("Addresses", "Kind")] = Coded<AddressKind>(PersonWords.Word),
        [("household", "Kind")] = Coded<RelationKind>(PersonWords.Word),
        [("Channels", "")] = Coded<ContactChannel>(SafeContactWords.Channel),
        [("consents", "Purpose")] = Coded<ConsentPurpose>(PersonWords.Word),
        [("", "Manner")] = Coded<ConsentManner>(PersonWords.Word),
        [("journeys", "FoundBy")] = Coded<JobFoundBy>(PersonWords.Word),
        [("journeys", "Contract")] = Coded<ContractStatus>(PersonWords.Word),
        [("journeys", "Stay")] = Coded<StayStatus>(PersonWords.Word),
        [("journeys", "Sector")] = Listed(Sectors.All),
        [("Costs", "Item")] = Listed(CostItems.All),
        [("", "Country")] = (w, v) => PersonWords.Country(v, w.T),
        [("", "Destination")] = (w, v) => PersonWords.Country(v, w.T),
        [("", "HomeOblast")] = (w, v) => PersonWords.Oblast(v, w.T),
        [("", "Currency")] = (w, v) => CodeLists.Shipped.Currencies.TryFind(v, out var currency) ? currency.Name(w.T.Language.Code) : v,
        [("Languages", "")] = (w, v) => SpokenLanguages.NameOf(w.T, v),
        [("", "copiedAt")] = Moment, [("", "registeredAt")] = Moment, [("", "AddedAt")] = Moment, [("", "At")] = Moment,
        [("", "keptUntil")] = Day, [("", "GivenOn")] = Day, [("", "Until")] = DayOrHour, [("", "WithdrawnOn")] = Day, [("", "Born")] = Day,
        [("", "ValidUntil")] = Day, [("", "Left")] = Day, [("", "Returned")] = Day, [("", "StayUntil")] = Day, [("", "on")] = Day, [("", "opened")] = Day, [("", "closed")] = Day, [("SafeContact", "From")] = DayOrHour,
        [("files", "Size")] = (w, v) => w.T.Number((int.Parse(v, CultureInfo.InvariantCulture) + 1023) / 1024),
        [("", "BirthYear")] = (_, v) => v,
    };

    private Texts T => t;

    /// <summary>What has no heading because it only repeats, in another form, what stands beside it.</summary>
    private static bool Repeats(string name) => name is nameof(JourneyDetail.LeftOn) or nameof(JourneyDetail.ReturnedOn) or nameof(JourneyDetail.StayEnds)
        or nameof(SafeContact.IsEmpty) or nameof(RelationDetail.Of) or nameof(RelationDetail.Person);

    /// <summary>The heading of a part or a value; null when it is not shown.</summary>
    public string? Heading(string name) => Repeats(name) ? null : Headings.TryGetValue(name, out var key) ? t[key] : name;

    /// <summary>A value in words. <paramref name="part"/> is the nearest list or record it stands in.</summary>
    public string Value(string part, string name, JsonNode value)
    {
        if (value.GetValueKind() is System.Text.Json.JsonValueKind.True) return t["Yes"];
        if (value.GetValueKind() is System.Text.Json.JsonValueKind.False) return t["No"];
        var text = value.GetValueKind() is System.Text.Json.JsonValueKind.String && value.AsValue().TryGetValue<string>(out var written) ? written : Plain(value);
        if ((Values.GetValueOrDefault((part, name)) ?? Values.GetValueOrDefault((part, "")) ?? Values.GetValueOrDefault(("", name))) is { } wording) return wording(this, text) ?? text;
        return value.GetValueKind() is System.Text.Json.JsonValueKind.Number ? t.Number(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)) : text;
    }

    /// <summary>Whether a property of what is kept has a heading, or repeats another.</summary>
    internal static bool Knows(string property) => Repeats(property) || Headings.ContainsKey(property);

    /// <summary>The properties of a kept record and of what it holds, as they stand in the copy.</summary>
    internal static IEnumerable<string> PropertiesOf(Type kept) => kept.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
        .SelectMany(p => PropertiesOf(Element(p.PropertyType)).Prepend(p.Name)).Distinct();

    private static Type Element(Type type)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        return element.Assembly == typeof(CopyWords).Assembly && element.IsClass ? element : typeof(object);
    }

    private static Wording Coded<T>(Func<T, Texts, string> word)
        where T : struct, Enum => (w, v) => Enum.TryParse<T>(v, out var code) ? word(code, w.T) : null;

    private static Wording Listed(IReadOnlyList<(string Code, string Text)> list) => (w, v) => list.FirstOrDefault(l => l.Code == v).Text is { } text ? w.T[text] : null;

    private static string? Day(CopyWords w, string v) => PartialDate.TryParse(v, out var day) ? w.T.Date(day) : null;

    private static string? DayOrHour(CopyWords w, string v) =>
        TimeOnly.TryParseExact(v, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour.ToString("HH:mm", CultureInfo.InvariantCulture) : Day(w, v);

    private static string? Moment(CopyWords w, string v) =>
        DateTime.TryParse(v, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? w.T.Moment(TimeZoneInfo.ConvertTimeFromUtc(utc, w.Zone)) : null;

    private TimeZoneInfo Zone => zone;

    // A date that stands in the tree as such is written by its JSON form.
    private static string Plain(JsonNode value) => value.ToJsonString().Trim('"');
}
