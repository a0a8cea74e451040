using Turna.Cases.Consulting;
using Turna.Kernel.Codes;

namespace Turna.UnitTests.Codes;

/// <summary>The everyday words by which topics are found.</summary>
public sealed class Topic_words_tests
{
    [Fact]
    public void Every_topic_has_words_in_every_language_and_no_other_has_any()
    {
        TopicWords.All.Keys.ShouldBe(CodeLists.Shipped.Topics.Codes.Select(c => c.Value), ignoreOrder: true);
        foreach (var row in CodeTable.Shipped("topics.words").Rows)
        {
            foreach (var language in Code.Languages)
            {
                var words = row[language].Split('|');
                words.ShouldAllBe(word => word.Length > 0 && word == word.Trim());
                words.ShouldBeUnique($"{row["code"]} in {language}");
            }
        }
    }

    [Fact]
    public void A_stem_is_long_enough_to_mean_something() =>
        TopicWords.All.Values.SelectMany(words => words).SelectMany(word => word.Split(' ')).Where(word => word.EndsWith('*') && word.Length < 4).ShouldBeEmpty();
}
