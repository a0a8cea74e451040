using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Doing_my_work(SmallOffice office)
{
    [Theory, OnEveryScreen]
    public async Task One_press_finishes_a_task_and_a_reason_puts_another_off(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await MakeTaskAsync(desk, $"Write to the consulate from the {screen} screen");
        await MakeTaskAsync(desk, $"Ask the shelter from the {screen} screen");
        await desk.GoAsync("/work");

        await Task(desk, "Write to the consulate").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Done" }).ClickAsync();
        await Expect(Task(desk, "Write to the consulate")).ToHaveCountAsync(0);

        var later = Task(desk, "Ask the shelter");
        await later.Locator("summary").ClickAsync();
        await later.Locator("input[type=text], input:not([type])").FillAsync("The shelter answers on Monday.");
        await desk.KeepPictureAsync("later");
        await later.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "In a week" }).ClickAsync();
        await Expect(Task(desk, "Ask the shelter")).ToContainTextAsync(Desk.Written(office.Today.AddDays(7)));
        await Task(desk, "Ask the shelter").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Done" }).ClickAsync();
        await Expect(Task(desk, "Ask the shelter")).ToHaveCountAsync(0);
    }

    [Theory, OnEveryScreen]
    public async Task Without_a_reason_the_task_itself_asks_for_one(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await MakeTaskAsync(desk, $"Call the clinic from the {screen} screen");
        await desk.GoAsync("/work");
        var task = Task(desk, "Call the clinic");
        await task.Locator("summary").ClickAsync();
        await task.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Tomorrow" }).ClickAsync();

        await Expect(desk.Heading).ToHaveTextAsync("Task");
        await desk.FillDateAsync("Input.Until", office.Today.AddDays(11));
        await desk.PressAsync("Postpone");
        await Expect(desk.Errors).ToBeVisibleAsync();
        await desk.FillAsync("Input.Because", "The doctor is away.");
        await desk.PressAsync("Postpone");
        await Expect(desk.Heading).ToHaveTextAsync("My work");
    }

    [Theory, OnEveryScreen]
    public async Task A_supervisor_sees_the_load_of_her_teams(Screen screen)
    {
        await using var desk = await office.SitDownAsync("salima", screen);
        await desk.GoAsync("/work");

        await Expect(desk.Main.Locator("table")).ToContainTextAsync("Аяна Сыдыкова");
        (await desk.Main.Locator(".t-load__bar").CountAsync()).ShouldBeGreaterThan(2);
        await desk.KeepPictureAsync("load");
    }

    private ILocator Task(Desk desk, string text) => desk.Main.Locator(".t-work__item").Filter(new LocatorFilterOptions { HasText = $"{text} from the {desk.Screen} screen" });

    private async Task MakeTaskAsync(Desk desk, string text)
    {
        await desk.GoAsync("/cases");
        await desk.Main.Locator("tbody a").First.ClickAsync();
        await desk.UnfoldAsync("Add a task");
        await desk.FillAsync("Task.Text", text);
        await desk.FillDateAsync("Task.DueOn", office.Today);
        await desk.PressAsync("Add the task");
        await Expect(desk.Main).ToContainTextAsync(text);
    }
}
