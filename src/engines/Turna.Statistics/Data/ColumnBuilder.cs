namespace Turna.Statistics.Survey;

/// <summary>
/// Gathers the values of one column while a file is read: as numbers as long as every value is one, with the texts remembered
/// beside them in case a later value is not ("01", "02", "X1"). Beyond <see cref="DistinctRemembered"/> different numbers the
/// texts are forgotten: it is a quantity, and a text after that is an error of the file.
/// </summary>
internal sealed class ColumnBuilder(string name, ColumnSchema? schema, string source)
{
    private const int DistinctRemembered = 10_000;
    private const double RareWords = 0.01;
    private static readonly string[] MissingWords = ["n/a", "n.a.", "na", "null", "nan", "none", "#n/a", "<na>", ".", "..", "-", "–", "—", "?", "нет", "нет данных", "н/д"];

    private readonly Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<string> kinds = [.. (schema?.MissingKinds?.Values ?? []).Distinct(StringComparer.Ordinal)];
    private readonly List<double> numbers = [];
    private readonly List<int> codes = [];
    private readonly List<byte> missing = [];
    private bool mayBeNumber = schema?.Type != ColumnType.Category && schema?.Levels is null;
    private bool mayBeCategory = schema?.Type != ColumnType.Number;

    public string Name => name;

    public void Add(ReadOnlySpan<char> field, int row)
    {
        if (kinds.Count > 0) missing.Add(KindOf(field));
        if (IsMissing(field))
        {
            if (mayBeNumber) numbers.Add(double.NaN);
            if (mayBeCategory) codes.Add(CategoryColumn.Missing);
            return;
        }

        if (mayBeNumber) AddNumber(field, row);
        if (mayBeCategory) codes.Add(Code(field, row));
        if (mayBeNumber && mayBeCategory && texts.Count > DistinctRemembered) ForgetTexts();
    }

    public Column Build()
    {
        if (mayBeNumber) return new NumberColumn(name, [.. numbers], false, kinds.Count > 0 ? [.. missing] : null, kinds);

        var levels = schema?.Levels?.ToArray() ?? [.. texts.Order(StringComparer.Ordinal)];
        var place = new int[texts.Count];
        for (var i = 0; i < place.Length; i++) place[i] = Array.IndexOf(levels, texts[i]);
        var final = new int[codes.Count];
        for (var row = 0; row < final.Length; row++) final[row] = codes[row] < 0 ? CategoryColumn.Missing : place[codes[row]];
        return new CategoryColumn(name, final, levels, schema?.Labels) { Doubt = schema?.Type is null && schema?.Levels is null ? Doubt() : null };
    }

    /// <summary>
    /// A word for "missing" that we do not take for one, or a slip of the pen in one row of a hundred, would turn a quantity into a category.
    /// </summary>
    private string? Doubt()
    {
        var isWord = texts.ConvertAll(text => !NumberText.TryRead(text, out _));
        var rows = codes.Count(code => code >= 0 && isWord[code]);
        var areMissing = texts.Where((_, code) => isWord[code]).All(word => MissingWords.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase));
        if (isWord.TrueForAll(word => word) || !(areMissing || rows <= Math.Max(1, RareWords * codes.Count))) return null;
        var row = codes.FindIndex(code => code >= 0 && isWord[code]);
        return $"column {name}, row {row + 1}: '{texts[codes[row]]}' stands among numbers; write nothing or NA for a missing value, or declare it in the design's columns";
    }

    private bool IsMissing(ReadOnlySpan<char> field) =>
        field.IsEmpty || field is "NA" || (kinds.Count > 0 && schema!.MissingKinds!.ContainsKey(field.ToString()));

    private byte KindOf(ReadOnlySpan<char> field) =>
        schema!.MissingKinds!.TryGetValue(field.ToString(), out var kind) ? (byte)(kinds.IndexOf(kind) + 1) : (byte)0;

    private void AddNumber(ReadOnlySpan<char> field, int row)
    {
        if (NumberText.TryRead(field, out var value))
        {
            numbers.Add(value);
            return;
        }

        if (!mayBeCategory) throw new SurveyInputException($"{source}, column {name}, row {row}: '{field}' is not a number");
        mayBeNumber = false;
        numbers.Clear();
    }

    private int Code(ReadOnlySpan<char> field, int row)
    {
        var lookup = codeOf.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(field, out var code)) return code;
        var text = field.ToString();
        if (schema?.Levels is { } declared && !declared.Contains(text, StringComparer.Ordinal))
            throw new SurveyInputException($"{source}, column {name}, row {row}: '{text}' is not one of the levels declared");
        code = texts.Count;
        texts.Add(text);
        codeOf[text] = code;
        return code;
    }

    private void ForgetTexts()
    {
        mayBeCategory = false;
        codes.Clear();
        codes.TrimExcess();
        texts.Clear();
        codeOf.Clear();
    }
}
