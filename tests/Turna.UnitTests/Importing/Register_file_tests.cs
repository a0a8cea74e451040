using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Turna.Cases.Contracts;
using Turna.Kernel;

namespace Turna.UnitTests.Importing;

/// <summary>Files of every kind: what offices send, and what nobody should send.</summary>
public sealed class Register_file_tests
{
    private const string Headings = "Дата;ФИО;Пол;Страна;Вопрос;Сумма долга;Примечание";
    private const string Line = "15.05.2023;Асанова Айгуль;ж;Россия;зарплата;71500 руб.;повторно";
    private static readonly object?[] Columns = ["Дата", "ФИО", "Пол", "Страна", "Вопрос", "Сумма долга"];

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "windows-1251", "koi8-r", "cp866"];

    [Theory, MemberData(nameof(Encodings))]
    public void A_text_table_is_read_in_any_encoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Headings + "\r\n" + string.Concat(Enumerable.Repeat(Line + "\r\n", 5));
        var plain = Readings.Read(Encoding.GetEncoding(encoding).GetBytes(text));
        plain.Rows[1].Name.ShouldBe("Асанова Айгуль");
        plain.Rows[5].Topics.ShouldBe(["wages"]);
        var marked = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(text)).ToArray();
        Readings.Read(marked).Rows[5].Name.ShouldBe("Асанова Айгуль");
    }

    [Theory, InlineData(','), InlineData('\t'), InlineData('|'), InlineData(';')]
    public void Any_separator_is_found(char separator) =>
        Readings.Read((Headings + "\n" + Line + "\n" + Line).Replace(';', separator)).Rows[2].Claimed.ShouldBe(71500);

    [Fact]
    public void Quotes_hold_separators_line_ends_and_quotes()
    {
        var register = Readings.Read(Headings + "\n15.05.2023;\"Асанова Айгуль\";ж;Россия;\"зарплата; увольнение\";;\"сказала: \"\"да\"\"\nи ушла\"\n" + Line);
        register.Rows[1].Topics.ShouldBe(["wages", "dismissal"]);
        register.Rows[1].Text["Примечание"].ShouldBe("сказала: \"да\"\nи ушла");
        register.Rows[2].Number.ShouldBe(3);
    }

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row><row r=\"900000\"><c r=\"A900000\"><v>1</v></c></row>")]
    public void Cells_far_outside_are_refused_before_they_are_set_up(string row) =>
        Readings.Refusal(new WorkbookMaker().Sheet("Лист1").Row(1, Columns).Raw(row).Make()).ShouldStartWith("cells of the workbook lie farther out");

    [Fact]
    public void A_cell_at_the_edge_of_the_sheet_does_not_matter() =>
        Readings.Read(new WorkbookMaker().Sheet("Лист1").Row(1, Columns).Row(2, "15.05.2023", "Асанова Айгуль", "ж", "Россия", "зарплата", 71500)
            .Raw("<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>").Make(), "register.xlsx").Rows[1].Claimed.ShouldBe(71500);

    [Fact]
    public void A_line_of_more_cells_than_any_register_has_columns_is_refused() =>
        Readings.Refusal(Encoding.UTF8.GetBytes($"{Headings}\n{string.Join(';', Enumerable.Repeat("1", 100_000))}\n{Line}"), "register.csv").ShouldBe("row 2 has more than 1000 cells; no register has so many columns");

    [Fact]
    public void A_text_longer_than_a_cell_can_hold_is_refused() =>
        Readings.Refusal(Encoding.UTF8.GetBytes($"{Headings}\n{Line}{new string('я', 40_000)}"), "register.csv").ShouldBe("a cell of row 2 is longer than 32767 characters");

    [Fact]
    public void A_quote_that_never_closes_is_a_mark_like_any_other() =>
        Readings.Read(Headings + "\n15.05.2023;\"Асанова Айгуль;ж;Россия;зарплата;;\n" + Line).Rows[2].Topics.ShouldBe(["wages"]);

    [Fact]
    public void A_separator_typed_into_a_cell_is_mended_and_said()
    {
        const string csv = "№,Дата,ФИО,Пол,Откуда,Страна,Вопрос\n1,15.05.2023,Асанова Айгуль,ж,Чуй, Сокулук,Россия,зарплата\n2,16.05.2023,Асанова Айгуль,ж,Талас,Россия,зарплата\n";
        var row = Readings.Read(csv).Rows[1];
        (row.Country, row.Topics[0], row.Status).ShouldBe(("RU", "wages", RegisterRowStatus.Doubtful));
        row.Problems.ShouldContain(problem => problem.Contains("Чуй, Сокулук"));
    }

    [Fact]
    public void A_workbook_gives_days_numbers_and_merged_cells()
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Журнал за 2023 год").Merge("A1:F1").Row(3, Columns)
            .Row(4, new DateOnly(2023, 5, 15), "Асанова Айгуль", "ж", "Россия", "зарплата", 71500)
            .Row(5, new DateOnly(2023, 6, 1), null, null, null, "увольнение").Merge("B4:B5").Merge("C4:C5").Merge("D4:D5").Make();
        var rows = Readings.Read(file).Rows;
        rows.Select(row => row.Status).ShouldBe([RegisterRowStatus.Skipped, RegisterRowStatus.Skipped, RegisterRowStatus.Skipped, RegisterRowStatus.Doubtful, RegisterRowStatus.Ok]);
        rows[4].Name.ShouldBe("Асанова Айгуль");
        rows[4].Country.ShouldBe("RU");
        rows[4].Claimed.ShouldBeNull();
    }

    [Fact]
    public void A_formula_is_read_by_its_last_result_and_doubted()
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, Columns)
            .Row(2, new DateOnly(2023, 5, 15), "Асанова Айгуль", "ж", "Россия", "зарплата", "=35750*2→71500").Make();
        var row = Readings.Read(file).Rows[1];
        row.Claimed.ShouldBe(71500);
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:") && problem.Contains("formula"));
    }

    [Theory, InlineData("=HYPERLINK(\"http://x\")"), InlineData("@SUM(A1)"), InlineData("+cmd|' /C calc'!A0"), InlineData("<script>alert(1)</script>"), InlineData("'; DROP TABLE x; --")]
    public void A_text_that_would_act_elsewhere_stays_text(string text) =>
        Readings.Row($"Примечание={text}").Text["Примечание"].ShouldBe(text);

    [Fact]
    public void Months_on_sheets_of_their_own_are_one_register()
    {
        var file = new WorkbookMaker().Sheet("Январь 2023").Row(1, Columns).Row(2, "10.01.2023", "Асанова Айгуль", "ж", "Россия", "зарплата")
            .Sheet("Февраль 2023").Row(2, Columns).Row(3, "10.02.2023", "Асанова Айгуль", "ж", "Россия", "увольнение").Make();
        var register = Readings.Read(file);
        register.Sheets.Select(sheet => sheet.HeadingRow).ShouldBe([1, 2]);
        register.Rows.Where(row => row.Status == RegisterRowStatus.Ok).Select(row => (row.Sheet, row.Number)).ShouldBe([(0, 2), (1, 3)]);
    }

    [Fact]
    public void Titles_totals_repeated_headings_and_numbered_lines_are_skipped()
    {
        string[] lines = ["Журнал обращений;;;;;;", Headings, "1;2;3;4;5;6;7", "Январь;;;;;;", Line, "Итого за январь;1 обращение;;;;71500;", Headings, "II жарым жылдык;;;;;;", Line, ";;;;;143000;", "ЖЫЙЫНТЫГЫ;2 кайрылуу;;;;143000;"];
        var statuses = Readings.Read(string.Join('\n', lines)).Rows.Select(row => row.Status == RegisterRowStatus.Ok ? 'o' : row.Status == RegisterRowStatus.Skipped ? 's' : 'd');
        string.Concat(statuses).ShouldBe("ssssosssoss");
    }

    [Theory, InlineData("\""), InlineData("-\"-"), InlineData("— // —"), InlineData("〃"), InlineData("то же"), InlineData("ошол эле")]
    public void A_ditto_mark_means_the_row_above(string mark)
    {
        var csv = Headings.Replace(';', '\t') + "\n" + Line.Replace(';', '\t') + "\n16.05.2023\tКасымова Динара\tж\t" + mark + "\t" + mark + "\t\t\n";
        var row = Readings.Read(csv).Rows[2];
        (row.Country, row.Topics[0]).ShouldBe(("RU", "wages"));
    }

    [Fact]
    public void Headings_of_two_lines_are_one()
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Дата обращения", "ФИО", "Вопрос", "Сумма", null).Row(2, null, null, null, "долга", "возвращено")
            .Row(3, "15.05.2023", "Асанова Айгуль", "зарплата", "1000 руб.", "500 руб.").Merge("D1:E1");
        var row = Readings.Read(file.Make()).Rows[2];
        (row.Claimed, row.Recovered).ShouldBe((1000m, 500m));
    }

    [Fact]
    public void Two_columns_of_one_kind_are_told_apart_and_said()
    {
        var register = Readings.Read("Дата;Дата обращения;ФИО;Вопрос\n01.01.2020;15.05.2023;Асанова Айгуль;зарплата\n");
        register.Rows[1].Date!.Value.Year.ShouldBe(2023);
        register.Rows[1].Text["Дата"].ShouldBe("01.01.2020");
        register.Notices.ShouldContain(notice => notice.Contains("Дата обращения"));
    }

    [Fact]
    public void A_remembered_mapping_overrides_the_proposal()
    {
        var options = Readings.Options with { Mapping = new Dictionary<string, RegisterField> { ["графа 7"] = RegisterField.Topic } };
        Readings.Read(Encoding.UTF8.GetBytes("Дата;ФИО;Графа 7;Телефон\n15.05.2023;Асанова Айгуль;зарплата;\n"), options: options).Rows[1].Topics.ShouldBe(["wages"]);
    }

    [Fact]
    public void A_column_under_an_unknown_heading_is_proposed_by_its_values()
    {
        var register = Readings.Read("Дата;ФИО;Телефон;Куда\n15.05.2023;Асанова Айгуль;;Россия\n16.05.2023;Касымова Динара;;Казахстан\n");
        register.Sheets[0].Columns[3].Field.ShouldBe(RegisterField.Country);
        register.Sheets[0].Columns[3].Confidence.ShouldBeLessThan(0.7);
        register.Rows[2].Country.ShouldBe("KZ");
    }

    [Fact]
    public void Nothing_of_a_row_is_lost()
    {
        var row = Readings.Read("Дата;ФИО;Вопрос;Кошка;Паспорт\n31.02.2023;Асанова Айгуль;что-то странное;Мурка;AN123\n").Rows[1];
        row.Text.ShouldBe(new Dictionary<string, string> { ["Дата"] = "31.02.2023", ["Вопрос"] = "что-то странное", ["Кошка"] = "Мурка", ["Паспорт"] = "AN123" }, ignoreOrder: true);
    }

    [Fact]
    public void An_empty_file_is_refused() => Readings.Refusal([]).ShouldContain("empty");

    [Fact]
    public void Blank_lines_alone_are_refused() => Readings.Refusal("\n \n"u8.ToArray()).ShouldContain("empty");

    [Fact]
    public void Headings_without_rows_are_refused() => Readings.Refusal(Encoding.UTF8.GetBytes(Headings + "\n")).ShouldContain("no rows");

    [Fact]
    public void A_table_without_headings_is_refused() => Readings.Refusal(Encoding.UTF8.GetBytes(Line + "\n" + Line)).ShouldContain("headings");

    [Fact]
    public void A_register_without_days_is_refused() => Readings.Refusal(Encoding.UTF8.GetBytes("ФИО;Вопрос;Страна\nАсанова;зарплата;Россия\n")).ShouldContain("day");

    [Theory, InlineData("%PDF-1.7 x", "PDF"), InlineData("<html><table>", "web page"), InlineData("{\"a\":1}", "JSON"), InlineData("\u0001\u0002\u0003\u0004\0\u0001\u0005", "neither")]
    public void Another_kind_of_file_is_named(string start, string kind) => Readings.Refusal(Encoding.Latin1.GetBytes(start)).ShouldContain(kind);

    [Fact]
    public void A_protected_workbook_is_named()
    {
        byte[] file = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[2000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[2000]];
        Readings.Refusal(file).ShouldContain("password");
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused()
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, Columns).Make(zip =>
        {
            using var part = zip.CreateEntry("xl/media/image1.bin", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++) part.Write(zeros);
        });
        file.Length.ShouldBeLessThan(1 << 20);
        Readings.Refusal(file).ShouldContain("unsafe");
    }

    /// <summary>They would fill the memory long before the whole workbook is too large.</summary>
    [Theory, InlineData("xl/sharedStrings.xml", "sharedStrings.xml"), InlineData("xl/worksheets/texts.xml", "worksheets/texts.xml")]
    public void Texts_without_end_are_refused(string name, string target)
    {
        using var file = new MemoryStream();
        file.Write(new WorkbookMaker().Sheet("2023").Row(1, Columns).Make());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/_rels/workbook.xml.rels")!.Delete();
            WorkbookMaker.Put(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="{target}"/></Relationships>""");
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            var random = new Random(1);
            var texts = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 1 << 15).Select(_ => $"<si><t>{random.Next(1000):00000000000000000}</t></si>")));
            part.Write("<sst>"u8);
            for (var i = 0; i < 140; i++) part.Write(texts);
            part.Write("</sst>"u8);
        }

        Readings.Refusal(file.ToArray()).ShouldContain("unsafe");
    }

    [Fact]
    public void Another_archive_is_not_a_workbook()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) WorkbookMaker.Put(zip, "word/document.xml", "<w/>");
        Readings.Refusal(file.ToArray()).ShouldContain("Word");
    }

    [Fact]
    public void Too_many_rows_are_refused() =>
        Readings.Refusal(Encoding.UTF8.GetBytes(Headings + "\n" + string.Concat(Enumerable.Repeat(Line + "\n", 50))), options: Readings.Options with { MaximumRows = 20 }).ShouldContain("20 rows");

    [Fact]
    public void Columns_are_told_without_reading_every_row()
    {
        var file = Encoding.UTF8.GetBytes(Headings + "\n" + string.Concat(Enumerable.Repeat(Line + "\n", 50)));
        var whole = Readings.Read(file);

        var some = Readings.Read(file, options: Readings.Options with { RowsRead = 5 });

        whole.Rows.Count.ShouldBe(51);
        some.Rows.Count.ShouldBe(5);
        some.Sheets.ShouldHaveSingleItem().Columns.ShouldBe(whole.Sheets.ShouldHaveSingleItem().Columns);
        Readings.Refusal(file, options: Readings.Options with { RowsRead = 5, MaximumRows = 20 }).ShouldContain("20 rows");
    }

    [Fact]
    public void A_template_without_entries_is_refused_however_few_rows_are_asked_for() =>
        Readings.Refusal(Encoding.UTF8.GetBytes(Headings + "\n" + string.Concat(Enumerable.Range(1, 50).Select(_ => ";;;;\n"))), options: Readings.Options with { RowsRead = 5 }).ShouldContain("no rows");

    [Fact]
    public void Reading_stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Headings + "\n" + Line));
        Should.Throw<OperationCanceledException>(() => RegisterReader.Read(file, "x.csv", Readings.Options, null, cancelled.Token));
    }

    /// <summary>Bytes of a good workbook changed at random give a register or a refusal, never another exception.</summary>
    [Fact]
    public void Damaged_workbooks_are_refused_in_words()
    {
        var whole = new WorkbookMaker().Sheet("2023").Row(1, Columns).Row(2, "15.05.2023", "Асанова Айгуль", "ж", "Россия", "зарплата", 1).Make();
        var damage = from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) from cut in Gen.Choose(0, 9) select (at, (byte)value, cut);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(damage.ToArbitrary(), change =>
        {
            var file = change.cut == 0 ? whole[..change.at] : whole.ToArray();
            if (change.cut > 0) file[change.at] = change.Item2;
            using var stream = new MemoryStream(file);
            var read = RegisterReader.Read(stream, "x.xlsx", Readings.Options);
            return read.Succeeded || read.Error is Error.Refused;
        }));
    }

    /// <summary>Whatever stands in a cell, the row is kept and nothing is thrown.</summary>
    [Fact]
    public void Any_text_in_any_column_is_survived()
    {
        string[] columns = ["Дата", "ФИО", "Телефон", "Пол", "Год рожд.", "Откуда", "Страна", "Город", "Вопрос", "Сумма долга", "Возвращено", "Примечание", "Возраст", "Валюта"];
        var cell = from column in Gen.Elements(columns) from text in ArbMap.Default.GeneratorFor<string>() select (column, text ?? "");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(cell.ToArbitrary(), written =>
            Readings.Row($"{written.column}={written.Item2}") is { Number: 2 }));
    }
}
