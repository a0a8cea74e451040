using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

public sealed class Csv_table_tests
{
    private static SurveyTable Read(string text, TableSchema? schema = null) => CsvTable.Read(new StringReader(text), schema ?? TableSchema.Empty, "data.csv");

    [Fact]
    public void Quotes_commas_and_line_breaks_inside_a_field_are_kept()
    {
        var table = Read("\uFEFF\"name, full\",n\r\n\"Асель \"\"А.\"\"\r\nОш\",1\r\n,2\r\n");
        table.Columns[0].Name.ShouldBe("name, full");
        table.Columns[0].Text(0).ShouldBe("Асель \"А.\"\r\nОш");
        table.Columns[0].IsMissing(1).ShouldBeTrue();
        table.Required("n").ShouldBeOfType<NumberColumn>().Values.ShouldBe([1, 2]);
    }

    [Fact]
    public void A_late_text_makes_a_category_that_keeps_the_texts_as_written() =>
        Read("code\n01\n2.50\nX\nNA\n").Required("code").ShouldBeOfType<CategoryColumn>().Levels.ShouldBe(["01", "2.50", "X"]);

    [Fact]
    public void Levels_are_sorted_by_code_point() =>
        Read("v\nb\nB\nа\n").Required("v").ShouldBeOfType<CategoryColumn>().Levels.ShouldBe(["B", "b", "а"]);

    [Fact]
    public void A_declared_column_follows_its_schema()
    {
        var schema = new TableSchema(new Dictionary<string, ColumnSchema>
        {
            ["edu"] = new(ColumnType.Category, ["2", "1"], new Dictionary<string, string> { ["1"] = "primary" }),
            ["pay"] = new(MissingKinds: new Dictionary<string, string> { ["-8"] = "refused", ["-9"] = "not known" }),
        });
        var table = Read("edu,pay\n1,100\n2,-8\n1,-9\n", schema);
        var education = table.Required("edu").ShouldBeOfType<CategoryColumn>();
        education.Levels.ShouldBe(["2", "1"]);
        education.Label(1).ShouldBe("primary");
        var pay = table.Required("pay").ShouldBeOfType<NumberColumn>();
        pay.Values.ShouldBe([100, double.NaN, double.NaN]);
        pay.MissingKind(1).ShouldBe("refused");
        pay.MissingKind(0).ShouldBeNull();
        Should.Throw<SurveyInputException>(() => Read("edu\n3\n", new TableSchema(schema.Columns.Take(1).ToDictionary()))).Message.ShouldContain("column edu, row 1");
    }

    [Fact]
    public void A_text_in_a_long_column_of_quantities_is_an_error_that_names_its_row() =>
        Should.Throw<SurveyInputException>(() => Read("v\n" + string.Concat(Enumerable.Range(0, 10_050).Select(i => $"{i}\n")) + "many\n")).Message.ShouldContain("row 10051");

    [Theory]
    [InlineData("a,b\n1,2\n\"3,4\n", "line 3")]
    [InlineData("a,b\n1,\"x\ny\"\n\"3", "line 4")]
    [InlineData("\"a", "line 1")]
    public void An_open_quote_is_named_by_the_line_where_it_opens(string text, string line) => Should.Throw<SurveyInputException>(() => Read(text)).Message.ShouldContain(line);

    [Fact]
    public void A_file_longer_than_the_buffer_is_read_to_its_end()
    {
        var table = Read("id,name\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i},\"n, {i % 7}\"\n")));
        table.RowCount.ShouldBe(30_000);
        table.Required("id").ShouldBeOfType<NumberColumn>().Values[29_999].ShouldBe(29_999);
        table.Required("name").ShouldBeOfType<CategoryColumn>().Levels.Length.ShouldBe(7);
        table.Required("name").Text(29_999).ShouldBe("n, 4");
    }

    [Fact]
    public void A_column_of_few_numbers_is_a_category_where_it_is_asked_for_one()
    {
        var table = Read("v,w\n2,a\n1,\n2,NA\n");
        table.Required("v").AsCategory().Levels.ShouldBe(["1", "2"]);
        table.Required("w").IsMissing(1).ShouldBeTrue();
        table.Required("w").IsMissing(2).ShouldBeTrue();
        table.Required("w").IsMissing(0).ShouldBeFalse();
        Enumerable.Range(0, 3).Select(table.Required("w").Text).ShouldBe(["a", "", ""]);
    }

    [Fact]
    public void Numbers_are_shown_as_they_were_and_missing_ones_as_nothing()
    {
        var pay = (NumberColumn)Read("pay\n2.50\nNA\n-8\n", new TableSchema(new Dictionary<string, ColumnSchema> { ["pay"] = new(MissingKinds: new Dictionary<string, string> { ["-8"] = "refused" }) })).Required("pay");
        Enumerable.Range(0, 3).Select(pay.Text).ShouldBe(["2.5", "", ""]);
        Enumerable.Range(0, 3).Select(pay.MissingKind).ShouldBe([null, null, "refused"]);
        Enumerable.Range(0, 3).Select(((NumberColumn)pay.Named("wage")).MissingKind).ShouldBe([null, null, "refused"]);
        ((NumberColumn)Read("pay\n2\nNA\n").Required("pay")).MissingKind(1).ShouldBeNull();
    }

    [Theory]
    [InlineData("Pay", " (is pay meant?)")]
    [InlineData("household_pay", " (is pay meant?)")]
    [InlineData("ag", " (is age meant?)")]
    [InlineData("sex", "")]
    public void A_column_that_is_not_there_is_perhaps_a_slip_of_the_pen(string asked, string hint) =>
        Should.Throw<SurveyInputException>(() => Read("payment,pay,age\n1,2,3\n").Required(asked)).Message.ShouldBe($"column {asked}: not in the data{hint}");

    [Fact]
    public void A_word_among_numbers_is_doubted_unless_the_column_is_declared()
    {
        const string Text = "v\n1\n2\nn/a\n3\n";
        DoubtOf(Text, null).ShouldBe("column v, row 3: 'n/a' stands among numbers; write nothing or NA for a missing value, or declare it in the design's columns");
        DoubtOf(Text, new ColumnSchema(ColumnType.Category)).ShouldBeNull();
        DoubtOf(Text, new ColumnSchema(Levels: ["1", "2", "3", "n/a"])).ShouldBeNull();
        DoubtOf(Text, new ColumnSchema(Labels: new Dictionary<string, string> { ["1"] = "one" })).ShouldNotBeNull();
        // One word in a column of numbers is a slip; two of three rows are a category, and so is a column of words alone.
        DoubtOf("v\n1\n2\nmany\n", null).ShouldNotBeNull();
        DoubtOf("v\n1\nfew\nmany\n", null).ShouldBeNull();
        DoubtOf("v\nfew\n", null).ShouldBeNull();
        DoubtOf("v\nn/a\n?\n", null).ShouldBeNull();

        static string? DoubtOf(string text, ColumnSchema? schema) =>
            ((CategoryColumn)Read(text, schema is null ? null : new TableSchema(new Dictionary<string, ColumnSchema> { ["v"] = schema })).Required("v")).Doubt;
    }
}
