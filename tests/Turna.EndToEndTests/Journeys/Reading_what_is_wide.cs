using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

/// <summary>What stands on a page shows where it goes on, and what belongs to what.</summary>
[Collection(OfficeHours.Name)]
public sealed class Reading_what_is_wide(SmallOffice office)
{
    private const int PhoneWidth = 360;

    [Fact]
    public async Task A_table_wider_than_the_screen_shows_at_its_edge_that_it_goes_on()
    {
        await using var desk = await office.SitDownAsync("salima", Screen.Phone);
        await desk.GoAsync("/consultations");
        await desk.Page.SetViewportSizeAsync(PhoneWidth, 740);
        var region = desk.Main.Locator(".t-scroll").First;
        (await region.GetAttributeAsync("tabindex")).ShouldBe("0");
        (await region.GetAttributeAsync("role")).ShouldBe("region");
        (await region.GetAttributeAsync("aria-label")).ShouldNotBeNullOrEmpty();

        // Nothing but the edge itself differs between these pictures.
        await FillAsync(region, "100%");
        var fits = await EdgeAsync(desk, region);
        await FillAsync(region, "200%");
        var goesOn = await EdgeAsync(desk, region);
        await region.EvaluateAsync("region => { region.scrollLeft = region.scrollWidth; }");
        var ends = await EdgeAsync(desk, region);

        goesOn.ShouldNotBe(fits);
        ends.ShouldBe(fits);
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.PhoneWithoutScripts)]
    public async Task A_record_stands_as_a_block_on_a_phone_and_its_table_is_still_heard_as_one(Screen screen)
    {
        await using var desk = await office.SitDownAsync("salima", screen);
        await desk.GoAsync("/consultations");
        var table = desk.Main.GetByRole(AriaRole.Table);
        (await table.GetByRole(AriaRole.Columnheader).CountAsync()).ShouldBe(5);
        var row = table.GetByRole(AriaRole.Row).Nth(1);
        var cells = await row.GetByRole(AriaRole.Cell).AllAsync();
        cells.Count.ShouldBe(5);

        var boxes = await Task.WhenAll(cells.Select(async cell => (await cell.BoundingBoxAsync())!));
        boxes.Zip(boxes.Skip(1)).ShouldAllBe(pair => pair.Second.Y >= pair.First.Y + pair.First.Height - 1, "one below the other");
        (await cells[1].EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content")).ShouldContain("Who");
        (await row.EvaluateAsync<bool>("row => row.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task While_figures_scroll_what_they_are_figures_of_stays()
    {
        await using var desk = await office.SitDownAsync("salima", Screen.Phone, "ru");
        await desk.GoAsync("/reports");
        var wide = await desk.Main.EvaluateAsync<int>("main => [...main.querySelectorAll('.t-scroll')].findIndex(region => region.scrollWidth > region.clientWidth + 50)");
        var region = desk.Main.Locator(".t-scroll").Nth(wide);
        var first = region.Locator("tfoot tr > :first-child").First;
        var before = (await first.BoundingBoxAsync())!;
        await region.EvaluateAsync("region => { region.scrollLeft = 50; }");
        var after = (await first.BoundingBoxAsync())!;

        (await region.EvaluateAsync<int>("region => region.scrollLeft")).ShouldBe(50);
        after.X.ShouldBe(before.X);
        after.Width.ShouldBeLessThanOrEqualTo(PhoneWidth / 2);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    [InlineData("uz")]
    public async Task The_hint_of_an_answer_stands_below_it_and_in_line_with_the_others(string language)
    {
        await using var desk = await office.SitDownAsync("salima", Screen.Desktop, language);
        await desk.GoAsync("/reports");
        foreach (var width in new[] { 1280, PhoneWidth })
        {
            await desk.Page.SetViewportSizeAsync(width, 900);
            var faults = await desk.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('.govuk-radios__item:has(.govuk-hint)')].flatMap((item) => {
                  const [label, hint] = ['label', '.govuk-hint'].map((part) => {
                    const text = document.createRange();
                    text.selectNodeContents(item.querySelector(part));
                    return text.getBoundingClientRect();
                  });
                  return [...(hint.top < label.bottom ? [`${item.textContent}: beside its answer`] : []), ...(Math.abs(hint.left - label.left) > 1 ? [`${item.textContent}: ${hint.left - label.left} px from its answer`] : [])];
                })
                """);
            (await desk.Page.Locator(".govuk-radios__item .govuk-hint").CountAsync()).ShouldBe(2);
            faults.ShouldBeEmpty($"{width} px");
        }
    }

    private static Task FillAsync(ILocator region, string width) => region.EvaluateAsync(
        "(region, width) => { const blank = document.createElement('div'); blank.style.width = width; blank.style.height = '60px'; region.replaceChildren(blank); region.scrollLeft = 0; region.scrollIntoView({ block: 'center' }); }", width);

    private static async Task<byte[]> EdgeAsync(Desk desk, ILocator region)
    {
        var box = (await region.BoundingBoxAsync())!;
        return await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Clip = new Clip { X = box.X + box.Width - 20, Y = box.Y + 10, Width = 20, Height = 30 }, FullPage = false });
    }
}
