using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

public sealed class Expression_tests
{
    private static readonly SurveyTable Table = new(
    [
        new NumberColumn("a.b", [1, 2, double.NaN, 4]),
        new NumberColumn("два слова", [5, 6, 7, 8]),
        new CategoryColumn("sex", [0, 1, -1, 0], ["F", "M"]),
        new CategoryColumn("code", [0, 1, 1, 0], ["1", "2"]),
    ]);

    private static double Total(string expression) =>
        SurveyQuestions.Ask(SampleDesign.Declare(Table, new SamplingPlan()), new SurveyRequest { Id = "e", Statistic = SurveyStatistic.Total, Of = [expression] }).Estimate[0];

    [Theory]
    [InlineData("a.b", 7)]
    [InlineData("`два слова` * 2", 52)]
    [InlineData("2 + 3 * a.b ^ 2", 69)]
    [InlineData("-a.b ^ 2", -21)]
    [InlineData("2 ^ -1 * a.b", 3.5)]
    [InlineData("10 - 4 - a.b", 11)]
    [InlineData("a.b > 1", 2)]
    [InlineData("1 < a.b", 2)]
    [InlineData("sex == 'F'", 2)]
    [InlineData("'F' != sex", 1)]
    [InlineData("code == 2", 2)]
    [InlineData("code %in% c(2, 3)", 2)]
    [InlineData("sex %in% c('M', 'X')", 1)]
    [InlineData("is.na(a.b)", 1)]
    [InlineData("!is.na(sex) && a.b >= 2", 2)]
    [InlineData("sex == 'F' || a.b == 2", 3)]
    [InlineData("sex == 'F' | sex == 'M' & code == '1'", 2)]
    [InlineData("ifelse(code == '1', `два слова`, 0)", 13)]
    [InlineData("log(exp(a.b))", 7)]
    [InlineData("sqrt(a.b * a.b) + abs(-1)", 10)]
    [InlineData("I(a.b + 1)", 10)]
    [InlineData("as.numeric(sex)", 4)]
    [InlineData("pmax(a.b, 2)", 8)]
    [InlineData("1e2 * a.b", 700)]
    [InlineData("log2(a.b)", 3)]
    [InlineData("log10(10 * a.b)", 3.9030899869919438)]
    [InlineData("log1p(a.b - 1)", 2.0794415416798357)]
    [InlineData("floor(a.b / 2)", 3)]
    [InlineData("ceiling(a.b / 2)", 4)]
    [InlineData("round(`два слова` / 2)", 13)]
    [InlineData("sin(a.b)", 0.99396591632565)]
    [InlineData("cos(a.b)", -0.5294881515426146)]
    [InlineData("tan(a.b)", 0.5301891437429609)]
    [InlineData("asin(a.b / 4)", 2.347075357535274)]
    [InlineData("acos(a.b / 4)", 2.365313622849416)]
    [InlineData("atan(a.b)", 3.218364544859571)]
    [InlineData("pmin(a.b, 2)", 5)]
    [InlineData("a.b < 2", 1)]
    [InlineData("a.b <= 2", 2)]
    [InlineData("a.b >= 2", 2)]
    [InlineData("a.b != 2", 2)]
    [InlineData("2 >= a.b", 2)]
    [InlineData("'2' > code", 2)]
    [InlineData("'1' < code", 2)]
    [InlineData("is.na(sex == 'M' || a.b > 3)", 1)]
    [InlineData("is.na(sex == 'M' && a.b > 1)", 1)]
    [InlineData("is.na(a.b > 1 && sex == 'F')", 1)]
    [InlineData("2 <= a.b", 2)]
    [InlineData("2 > a.b", 1)]
    [InlineData("2 == a.b", 1)]
    [InlineData("!(a.b > 1)", 1)]
    [InlineData("a.b > 1 || is.na(a.b)", 3)]
    [InlineData("a.b > 1 && is.na(sex)", 0)]
    [InlineData("is.na(sex) || a.b > 3", 2)]
    [InlineData("a.b / `два слова`", 1.0333333333333332)]
    [InlineData("a.b - `два слова`", -12)]
    [InlineData("sex < 'M'", 2)]
    [InlineData("sex >= 'M'", 1)]
    [InlineData("ifelse(is.na(a.b), 0, 1)", 3)]
    [InlineData("a.b * 2 - 1", 11)]
    [InlineData("-(a.b)", -7)]
    public void An_expression_has_the_value_it_says(string expression, double sum) => Total(expression).ShouldBe(sum, 1e-9);

    [Theory]
    [InlineData("(a.b", "')'")]
    [InlineData("a.b +* 2", "position 6")]
    [InlineData("a.b == 'x", "not closed")]
    [InlineData("shout(a.b)", "no function shout")]
    [InlineData("sex + 1", "category")]
    [InlineData("a.b # 1", "'#'")]
    public void An_expression_that_cannot_be_read_says_where(string expression, string message) =>
        Should.Throw<SurveyInputException>(() => Total(expression)).Message.ShouldContain(message);

    [Fact]
    public void Brackets_nested_too_deep_are_an_error_and_not_a_crash() =>
        Should.Throw<SurveyInputException>(() => Total(new string('(', 5000) + "1" + new string(')', 5000))).Message.ShouldContain("deep");

    [Fact]
    public void The_levels_of_an_interaction_are_all_combinations_the_first_changing_fastest() =>
        SurveyQuestions.Ask(SampleDesign.Declare(Table, new SamplingPlan()), new SurveyRequest { Id = "e", Statistic = SurveyStatistic.Mean, Of = ["interaction(sex, code)"] })
            .Names.ShouldBe(["interaction(sex, code)F.1", "interaction(sex, code)M.1", "interaction(sex, code)F.2", "interaction(sex, code)M.2"]);

    [Fact]
    public void Brackets_are_nested_two_hundred_deep_and_no_deeper()
    {
        var deepest = Enumerable.Range(1, 300).TakeWhile(depth => Reads(depth)).Last();
        deepest.ShouldBeInRange(100, 200);
        Should.Throw<SurveyInputException>(() => Total(Nested(deepest + 1))).Message.ShouldEndWith("nested more than 200 deep");

        static string Nested(int depth) => new string('(', depth) + "a.b" + new string(')', depth);
        static bool Reads(int depth)
        {
            try
            {
                return Total(Nested(depth)) == 7;
            }
            catch (SurveyInputException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("a.b + #", "'#' at position 7 is not understood")]
    [InlineData("sex == 'F", "the quote at position 8 is not closed")]
    public void What_is_not_understood_is_named_by_its_place(string expression, string message) =>
        Should.Throw<SurveyInputException>(() => Total(expression)).Message.ShouldContain(message);
}
