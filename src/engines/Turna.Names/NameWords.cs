using System.Collections.Frozen;

namespace Turna.Names;

/// <summary>The column a word came from.</summary>
internal enum Column
{
    /// <summary>No columns: one text.</summary>
    None,

    /// <summary>Family names.</summary>
    Family,

    /// <summary>Given names.</summary>
    Given,

    /// <summary>Patronymics.</summary>
    Father,
}

/// <summary>The words of one name while it is being read.</summary>
internal sealed class Words(string text)
{
    private const int Maximum = 12;

    private static readonly FrozenSet<string> Remarks = NameTables.Rows("remarks.csv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    private readonly Word[] words = new Word[Maximum];
    private bool inBrackets;
    private bool withFamily;

    /// <summary>How many words were found; the thirteenth and later are not read.</summary>
    public int Count { get; private set; }

    /// <summary>The index of the last word before the first comma, or -1.</summary>
    public int CommaAfter { get; private set; } = -1;

    /// <summary>Whether the words came in columns.</summary>
    public bool InColumns { get; private set; }

    /// <summary>Whether the last word may be only the beginning of one: a machine-readable field that is full to its end.</summary>
    public bool EndsCut { get; init; }

    /// <summary>The word at a place.</summary>
    public ref readonly Word this[int at] => ref words[at];

    /// <summary>Marks a word as used.</summary>
    public void Take(int at) => words[at].Taken = true;

    /// <summary>Uses a word without its ending and final vowels.</summary>
    public NameWord Stem(int at)
    {
        Take(at);
        ref readonly var word = ref words[at];
        if (word.Role == WordRole.Initial) return NameWord.Given(word.Text, word.Sound, initial: true);
        var stem = NameEndings.Stem(word.Sound.AsSpan(0, word.Ending.StemLength));
        return NameWord.Stem(word.Text, stem.Length == word.Sound.Length ? word.Sound : new string(stem), word.Sound, IsCut(at));
    }

    /// <summary>Uses a word as it is.</summary>
    public NameWord Whole(int at)
    {
        Take(at);
        return NameWord.Given(words[at].Text, words[at].Sound, words[at].Role == WordRole.Initial, IsCut(at));
    }

    /// <summary>Splits a normalised text at spaces, points, commas and brackets; hyphens stay until it is known what they join.</summary>
    public void Split(string part, Column column)
    {
        InColumns |= column != Column.None;
        for (var start = 0; start < part.Length;)
        {
            var end = start;
            while (end < part.Length && part[end] is not (' ' or '.' or ',' or '(' or ')')) end++;
            if (start > 0 && part[start - 1] == '(')
            {
                inBrackets = true;
                if (Count > 0) words[Count - 1].BesideFamily = true;
            }

            if (end > start) AddHyphened(part[start..end], column);
            if (end < part.Length && part[end] == ')') inBrackets = false;
            if (end < part.Length && part[end] == ',' && CommaAfter < 0) CommaAfter = Count - 1;
            start = end + 1;
        }
    }

    /// <summary>Reads what each word says of itself; single letters after a name may be a shortened particle (Асан к. Айгүл).</summary>
    public void ReadRoles()
    {
        for (var i = 0; i < Count; i++)
        {
            ref var word = ref words[i];
            if (word.Text.Length == 1 || word.Sound.Length == 1) word.Role = IsShortParticle(i) ? WordRole.Particle : WordRole.Initial;
            else if (NameEndings.IsParticle(word.Sound, out var sex)) (word.Role, word.Ending) = (WordRole.Particle, new Ending(WordRole.Particle, sex, 0, FatherForm.None));
            else (word.Ending, word.Known) = (NameEndings.Read(word.Sound), GivenNames.Find(word.Sound) is not null);
            if (word is { Role: WordRole.Plain, Known: false, Ending.Role: WordRole.Plain } && word.Text.EndsWith('ӣ')) word.Ending = word.Ending with { Role = WordRole.PerhapsFamily };
            if (word.Role == WordRole.Plain) word.Role = word.Ending.Role == WordRole.PerhapsFamily && word.BesideFamily ? WordRole.Family : word.Ending.Role;
            if (word.Role == WordRole.Particle && word.Ending.Sex == Sex.Unknown && word.Text.Length == 1) word.Ending = word.Ending with { Sex = word.Text[0] is 'к' or 'k' or 'q' or 'қ' ? Sex.Female : Sex.Male };
        }

        if (Count == 2) PartInitials(words[0].Role == WordRole.Family ? 1 : 0);
    }

    /// <summary>Two letters beside a family name are two initials without their points (Сагынбаев АК), unless they are a name.</summary>
    private void PartInitials(int at)
    {
        ref var pair = ref words[at];
        if (words[1 - at].Role != WordRole.Family || pair is not { Role: WordRole.Plain, Known: false, Text.Length: 2 } || InColumns) return;
        string first = pair.Text[..1], second = pair.Text[1..];
        if (second[0] is 'й' or 'ы' || Sounds.Of(first).Length == 0 || Sounds.Of(second).Length == 0) return;
        if (at == 0) words[2] = words[1];
        words[at + 1] = pair with { Text = second, Sound = Sounds.Of(second), Role = WordRole.Initial };
        words[at] = pair with { Text = first, Sound = Sounds.Of(first), Role = WordRole.Initial };
        Count = 3;
    }

    /// <summary>Joins two unmarked neighbours that are one name written apart (Нур Гүл): a known name, or a part of names after a word too many.</summary>
    public void JoinSplitNames(bool oneWanted)
    {
        for (var i = 0; i + 1 < Count; i++)
        {
            ref var left = ref words[i];
            ref var right = ref words[i + 1];
            if (left.Taken || right.Taken || left.Role is not (WordRole.Plain or WordRole.PerhapsFamily) || right.Role != WordRole.Plain || left.Column != right.Column) continue;
            var joined = Sounds.Of(left.Text + right.Text);
            if (GivenNames.Find(joined) is null && !(oneWanted && left.Role == WordRole.Plain && GivenNames.IsPart(right.Sound))) continue;
            left.Text += right.Text;
            left.Sound = joined;
            left.Known = true;
            left.Role = WordRole.Plain;
            right.Taken = true;
        }
    }

    /// <summary>The words nothing has claimed and that are no initials.</summary>
    public int Plain(Span<int> into)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!words[i].Taken && words[i].Role != WordRole.Initial) into[count++] = i;
        }

        return count;
    }

    /// <summary>How many full words are still unclaimed.</summary>
    public int CountLoose()
    {
        Span<int> rest = stackalloc int[Maximum];
        return Plain(rest);
    }

    /// <summary>The one unclaimed word of a column that may stand for it (initials included), or -1.</summary>
    public int Only(Column column)
    {
        for (var i = 0; i < Count; i++)
        {
            if (words[i].Column == column && !words[i].Taken) return i;
        }

        return -1;
    }

    private bool IsCut(int at) => EndsCut && at == Count - 1;

    private bool IsShortParticle(int at)
    {
        if (words[at].Text[0] is not ('к' or 'у' or 'k' or 'u' or 'q' or 'қ' or 'о' or 'o' or 'ў') || at == 0 || Count < 3) return false;
        var before = words[at - 1];
        if (before.Sound.Length < 3 || before.Role is WordRole.Family or WordRole.Father or WordRole.Particle) return false;
        return before.Role == WordRole.Plain && (at == Count - 1 ? words[at - 2].Role is WordRole.Plain && words[at - 2].Sound.Length > 1 : words[at + 1].Sound.Length > 2);
    }

    private void AddHyphened(string word, Column column)
    {
        var at = word.IndexOf('-', StringComparison.Ordinal);
        if (at < 0)
        {
            Add(word, column);
            return;
        }

        var joined = word.Replace("-", string.Empty, StringComparison.Ordinal);
        var pieces = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (NameEndings.IsParticle(Sounds.Of(joined), out _) || !StandAlone(pieces)) Add(joined, column);
        else
        {
            withFamily = true;
            foreach (var piece in pieces) Add(piece, column);
            withFamily = false;
        }
    }

    /// <summary>Асанова-Бекова are two family names and Асан-кызы a name and a particle; Нур-Гүл is one name.</summary>
    private static bool StandAlone(string[] pieces)
    {
        foreach (var piece in pieces)
        {
            var sound = Sounds.Of(piece);
            if (Remarks.Contains(piece) || NameEndings.IsParticle(sound, out _)) return true;
            if (sound.Length > 2 && NameEndings.Read(sound).Role is WordRole.Family) return pieces.Length > 1 && IsFamilyAlone(Sounds.Of(pieces[0]));
        }

        return false;
    }

    // Ким-Алиева are two names, Нур-Алиева is one.
    private static bool IsFamilyAlone(string sound) => sound.Length > 3 || (sound.Length == 3 && !GivenNames.IsPart(sound));

    private void Add(string word, Column column)
    {
        if (Count == Maximum || Remarks.Contains(word)) return;
        var sound = Sounds.Of(word);
        if (sound.Length == 0) return;
        words[Count++] = new Word { Text = word.Length == text.Length ? text : word, Sound = sound, Column = column, BesideFamily = inBrackets || withFamily };
    }

    /// <summary>One word.</summary>
    internal struct Word
    {
        public string Text;
        public string Sound;
        public Column Column;
        public WordRole Role;
        public Ending Ending;
        public bool Known;
        public bool Taken;
        public bool BesideFamily;
    }
}
