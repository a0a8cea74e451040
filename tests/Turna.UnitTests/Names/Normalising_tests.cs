using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Turna.Names;

namespace Turna.UnitTests.Names;

public sealed class Normalising_tests
{
    [Theory]
    [InlineData("  АЙГҮЛ   Асан  кызы ", "айгүл асан кызы")]
    [InlineData("Acанoвa", "асанова")]
    [InlineData("AСAНОBА", "асанова")]
    [InlineData("Ӊурлан", "ңурлан")]
    [InlineData("Жаӊыл", "жаңыл")]
    [InlineData("А\u200Bйгүл\u200E", "айгүл")]
    [InlineData("Айгу\u0301ль", "айгуль")]
    [InlineData("G‘ulom O’g`li", "g'ulom o'g'li")]
    [InlineData("Gʻulom", "g'ulom")]
    [InlineData("Асан \u2013 кызы", "асан-кызы")]
    [InlineData("Асан0в", "асанов")]
    [InlineData("3амира", "замира")]
    [InlineData("N0RBEK", "norbek")]
    [InlineData("ＡＳＡＮ", "asan")]
    [InlineData("İpek", "ipek")]
    [InlineData("Асанова\u00A0Айгүл", "асанова айгүл")]
    [InlineData("\uD800Асан", "асан")]
    [InlineData("", "")]
    [InlineData("!!!", "")]
    public void Brings_what_is_typed_into_one_form(string typed, string expected) => NameText.Normalise(typed).ShouldBe(expected);

    [Fact]
    public void Is_idempotent_on_any_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var once = NameText.Normalise(text);
            return NameText.Normalise(once) == once;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_idempotent_and_readable_on_every_kind_of_character()
    {
        var random = new Random(3);
        var text = new StringBuilder();
        for (var i = 0; i < 60_000; i++)
        {
            text.Clear();
            for (var length = random.Next(24); length > 0; length--) text.Append((char)Pick(random));
            var typed = text.ToString();
            var once = NameText.Normalise(typed);
            NameText.Normalise(once).ShouldBe(once, $"from {string.Join(' ', typed.Select(c => ((int)c).ToString("X4")))}");
            NameComparison.Compare(typed, typed).Score.ShouldBe(1);
            NameKeys.ForQuery(typed, 1990);
        }
    }

    private static int Pick(Random random) => random.Next(8) switch
    {
        0 => random.Next(0x10000),
        1 => random.Next(0x2000, 0x2100),
        2 => random.Next(0xD800, 0xE000),
        3 => "'’ʻ`-–().,0138 "[random.Next(15)],
        4 => random.Next(0x41, 0x7B),
        _ => random.Next(0x400, 0x530),
    };
}
