using System.Text.RegularExpressions;
using Turna.Design;
using Turna.Design.Wording;

namespace Turna.PageTests.Wording;

public sealed partial class Texts_are_complete(ITestOutputHelper output)
{
    public static TheoryData<string> Codes => [.. Translations.Foreign.Select(language => language.Code)];

    [Fact]
    public void Every_text_of_the_sources_is_translated_into_Russian()
    {
        var sources = SourceTexts.InRepository();
        // Asked for by tools/texts: what no file has is added as an empty entry, to be filled by whoever speaks the language.
        if (Environment.GetEnvironmentVariable("TURNA_TEXTS") == "write")
        {
            foreach (var language in Translations.Foreign) Translations.AddMissing(language, sources);
        }

        sources.Count.ShouldBeGreaterThan(50);
        foreach (var language in Translations.Foreign)
        {
            var unreviewed = Translations.In(language).Count(found => found.Entry.IsFuzzy);
            output.WriteLine($"{language.Code}: {Translations.Missing(language, sources).DistinctBy(text => text.Id).Count()} missing, {unreviewed} not yet reviewed");
        }

        string.Join('\n', Translations.Missing(Language.Russian, sources)).ShouldBeEmpty("run tools/texts and fill content/translations");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_translation_keeps_the_placeholders(string code)
    {
        var wrong = Translations.In(Language.Find(code)!).Where(found => found.Entry.IsTranslated && !KeepsPlaceholders(found.Entry));

        wrong.Select(found => $"{found.File}: {found.Entry.Id}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_text_means_the_same_in_every_file(string code)
    {
        var contradictions = Translations.In(Language.Find(code)!)
            .Where(found => found.Entry.IsTranslated)
            .GroupBy(found => (found.Entry.Context, found.Entry.Id))
            .Where(same => same.Select(found => string.Join('|', found.Entry.Translations)).Distinct().Count() > 1);

        contradictions.Select(same => $"\"{same.Key.Id}\" in {string.Join(", ", same.Select(found => found.File))}: give one of them a msgctxt").ShouldBeEmpty();
    }

    [Fact]
    public void A_lost_placeholder_is_noticed()
    {
        KeepsPlaceholders(new PoEntry(null, "by {0}", null, ["автор"])).ShouldBeFalse();
        KeepsPlaceholders(new PoEntry(null, "by {0}", null, ["{0} жазган"])).ShouldBeTrue();
        KeepsPlaceholders(new PoEntry(null, "one case", "{0} cases", ["одно дело", "{0} дела", "{0} дел"])).ShouldBeTrue();
        KeepsPlaceholders(new PoEntry(null, "one case", "{0} cases", ["{0} дело", "{1} дела", "{0} дел"])).ShouldBeFalse();
        KeepsPlaceholders(new PoEntry(null, "Characters left: %{count}", null, ["Осталось знаков"])).ShouldBeFalse();
    }

    [Fact]
    public void Texts_are_found_however_they_are_written()
    {
        SourceTexts.In("src/modules/Turna.Cases/Opening/OpenCase.cs", """
            return Error.Refuse("The case is closed.");
            errors.Add("Family", "Write the family name.");
            errors.Add(nameof(Input.Born), "It lies in the future.");
            var word = texts["He said \"no\""];
            new NavigationEntry("Cases", "/cases", permission, 3);
            """).Select(text => text.Id).ShouldBe(["The case is closed.", "Write the family name.", "It lies in the future.", "He said \"no\"", "Cases"]);

        SourceTexts.In("src/modules/Turna.Cases/Opening/Details.cshtml", """
            <t-input for="Input.Family" label="Family name" hint="As &quot;she&quot; writes it"
                     title="@Model.Title" autocomplete="off" />
            @T.Plural(Model.Count(x => x), "one case", "{0} cases") <p title="not ours">@T["Open"]</p>
            <t-tag text="@(Model.Late ? "Overdue" : "On time")" /> @T[Model.Late ? "Late" : "Early"]
            """).Select(text => (text.Id, text.PluralId, text.Line)).ShouldBe(
            [("Open", null, 3), ("Overdue", null, 4), ("On time", null, 4), ("Late", null, 4), ("Early", null, 4), ("one case", "{0} cases", 3), ("Family name", null, 1), ("As \"she\" writes it", null, 1)]);
    }

    private static bool KeepsPlaceholders(PoEntry entry)
    {
        var wanted = Placeholders(entry.PluralId ?? entry.Id);
        return entry.Translations.All(text =>
            Placeholders(text).SetEquals(wanted)
            // "one case" may be said in words; {0} is the count.
            || (entry.PluralId is not null && Placeholders(text).Union(["{0}"]).ToHashSet().SetEquals(wanted)));
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"%?\{\w+\}")]
    private static partial Regex Placeholder();
}
